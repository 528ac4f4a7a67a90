using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>
/// HSTRP with one port of a repeater (pdt-radio.md section 3): connect, heartbeats both ways, data in lock-step. The receiver
/// waits for nobody; data goes to <paramref name="inbound"/> and is acknowledged when it is safe.
/// </summary>
/// <param name="place">Which service of which slot.</param>
/// <param name="port">Ours from now on.</param>
/// <param name="repeater">Where the repeater is until it is heard.</param>
/// <param name="identity">Tells the repeater from strangers; shared by its links.</param>
/// <param name="session">What all links of the repeater have in common.</param>
internal sealed class HstrpLink(HstrpPlace place, IDatagramPort port, IPEndPoint repeater, RepeaterIdentity identity, HstrpSession session) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FrameRepeats _repeats = new(session.Time);
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _buffer = new byte[HstrpFrame.Longest + 1];
    private HstrpSender? _own;
    private Task _listening = Task.CompletedTask;
    private IPEndPoint _peer = repeater;
    private int _missed;
    private int _life;
    private long _beatAt;

    public HstrpPlace Place => place;

    /// <summary>Whether the repeater has answered on this port.</summary>
    public bool IsConnected => _connected.Task.IsCompleted;

    /// <summary>Grows when the repeater begins anew: what it was asked for before, it has forgotten.</summary>
    public int Life => Volatile.Read(ref _life);

    /// <summary>Starts to listen; data that comes is kept until it is worked on.</summary>
    public void Open()
    {
        _own = new HstrpSender(WriteAsync, () => Volatile.Read(ref _missed) <= 1, session);
        _listening = ListenAsync();
    }

    /// <summary>Says who we are, again and again: the repeater forgets a client that began anew without it (Q5).</summary>
    /// <returns>False when nothing came back.</returns>
    public async Task<bool> ConnectAsync(CancellationToken ct)
    {
        byte[] connect = HstrpFrame.Write(HstrpFrame.Connect(0));
        for (int attempt = 0; attempt <= session.Rules.Retries && !IsConnected; attempt++)
        {
            await WriteAsync(connect, ct).ConfigureAwait(false);
            await ((Task)Task.WhenAny(_connected.Task, session.End.Over)).WaitAsync(session.Rules.AckTimeout, session.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (session.End.IsOver)
            {
                break;
            }
        }

        return IsConnected;
    }

    /// <summary>Says every now and then that we are there; ends the conversation when nothing comes back any more (Q7).</summary>
    public async Task BeatAsync(CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(session.Rules.Heartbeat, session.Time, ct).ConfigureAwait(false);
            if (!IsConnected)
            {
                continue;
            }

            if (Interlocked.Increment(ref _missed) > session.Rules.MissedHeartbeats)
            {
                throw session.End.Because(new DeviceFaultException(
                    FaultKind.Silent, $"{place} has answered none of {session.Rules.MissedHeartbeats} heartbeats; is the repeater off, or the network in between?"));
            }

            await SendHeartbeatAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Returns when the repeater has acknowledged it.</summary>
    /// <exception cref="DeviceFaultException">It never did; the conversation is over.</exception>
    public async Task SendAsync(HdapMessage message, CancellationToken ct)
    {
        byte[] payload = HdapMessage.Write(message);
        byte[] Frame(ushort number) => HstrpFrame.Write(HstrpFrame.Data(number, payload));
        if (await _own!.SendAsync(Frame, ct).ConfigureAwait(false))
        {
            return;
        }

        throw session.End.Because(new DeviceFaultException(
            FaultKind.Silent, $"{place} acknowledges nothing that is sent, not even with numbers seeded from the clock; the connection begins anew."));
    }

    /// <summary>The data is safe, or needs not be.</summary>
    public ValueTask AcknowledgeAsync(HstrpFrame frame, CancellationToken ct)
    {
        _repeats.IsSafe(KeyOf(frame));
        return WriteAsync(HstrpFrame.Write(frame.Acknowledge()), ct);
    }

    /// <summary>The data did not become safe: its next copy is taken as the first.</summary>
    public void Failed(HstrpFrame frame) => _repeats.Failed(KeyOf(frame));

    public async ValueTask DisposeAsync()
    {
        if (IsConnected && !session.End.IsOver)
        {
            await SayGoodbyeAsync().ConfigureAwait(false);
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        port.Dispose();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (!session.End.IsOver)
            {
                var receipt = await port.ReceiveAsync(_buffer, _stop.Token).ConfigureAwait(false);
                await TakeAsync(_buffer.AsMemory(0, receipt.Length), receipt.From).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // We hung up.
        }
        catch (IOException error)
        {
            session.End.Because(error);
        }
        catch (Exception error)
        {
            session.End.Failed(error);
        }
    }

    private ValueTask TakeAsync(ReadOnlyMemory<byte> datagram, IPEndPoint from)
    {
        if (HstrpFrame.TryRead(datagram.Span, out string? fault) is not { } frame)
        {
            session.Watch.Garbled(fault!);
            return ValueTask.CompletedTask;
        }

        if (!identity.IsOurs(frame, from))
        {
            session.Watch.Fault(FaultKind.Garbled, LinkFaults.Stranger);
            return ValueTask.CompletedTask;
        }

        _peer = from;
        Volatile.Write(ref _missed, 0);
        session.Watch.Heard();
        return frame.IsHeartbeat ? AnswerHeartbeatAsync() : frame.IsAck ? TakeAck(frame) : TakeAsync(frame, from);
    }

    private ValueTask TakeAck(HstrpFrame frame)
    {
        if (frame.Type.HasFlag(HstrpType.Reject))
        {
            Refuse();
        }
        else if (frame.Type.HasFlag(HstrpType.Connect) || (frame.Number == 0 && !IsConnected))
        {
            _connected.TrySetResult();
        }
        else
        {
            _own!.Acknowledged(frame.Number);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask TakeAsync(HstrpFrame frame, IPEndPoint from)
    {
        if (frame.Type.HasFlag(HstrpType.Reject))
        {
            Refuse();
        }
        else if (frame.Type.HasFlag(HstrpType.Close))
        {
            await WriteAsync(HstrpFrame.Write(frame.Acknowledge()), _stop.Token).ConfigureAwait(false);
            session.End.Orderly();
        }
        else if (frame.Type.HasFlag(HstrpType.Connect))
        {
            // It began anew, and its numbers with it.
            _repeats.Clear();
            await WriteAsync(HstrpFrame.Write(frame.Acknowledge()), _stop.Token).ConfigureAwait(false);
            if (!_connected.TrySetResult())
            {
                Interlocked.Increment(ref _life);
                session.BegunAnew();
            }
        }
        else
        {
            await TakeDataAsync(frame, from).ConfigureAwait(false);
        }
    }

    private ValueTask TakeDataAsync(HstrpFrame frame, IPEndPoint from)
    {
        var verdict = _repeats.Judge(KeyOf(frame));
        if (verdict != FrameVerdict.New)
        {
            session.Watch.Fault(FaultKind.Silent, LinkFaults.Duplicate);
            return verdict == FrameVerdict.AlreadySafe ? WriteAsync(HstrpFrame.Write(frame.Acknowledge()), _stop.Token) : ValueTask.CompletedTask;
        }

        if (!session.TryTake(new HstrpInbound(this, frame, from)))
        {
            Failed(frame);
            session.Watch.Fault(FaultKind.Busy, LinkFaults.Crowded);
        }

        return ValueTask.CompletedTask;
    }

    /// <remarks>Ours is answered by theirs: a heartbeat that answers one of ours is not answered again, or it would never end.</remarks>
    private ValueTask AnswerHeartbeatAsync() =>
        session.Time.GetElapsedTime(Volatile.Read(ref _beatAt)) >= session.Rules.Heartbeat / 2 ? SendHeartbeatAsync(_stop.Token) : ValueTask.CompletedTask;

    private ValueTask SendHeartbeatAsync(CancellationToken ct)
    {
        Volatile.Write(ref _beatAt, session.Time.GetTimestamp());
        return WriteAsync(HstrpFrame.Write(HstrpFrame.Heartbeat()), ct);
    }

    private void Refuse() => session.End.Because(new DeviceFaultException(
        FaultKind.Refused, $"{place} rejects us; check that this service is enabled in the repeater and forwarded to this gateway."));

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await port.SendAsync(bytes, _peer, ct).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw session.End.Because(error);
        }
    }

    private async Task SayGoodbyeAsync()
    {
        try
        {
            await port.SendAsync(HstrpFrame.Write(HstrpFrame.Close(_own!.Next())), _peer, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // A courtesy to a repeater that is gone.
        }
    }

    private static FrameKey KeyOf(HstrpFrame frame)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(frame.Payload.Span, digest);
        return new FrameKey((int)(frame.DeviceId ?? 0), frame.Number, BinaryPrimitives.ReadUInt64BigEndian(digest));
    }
}
