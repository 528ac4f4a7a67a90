using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>
/// One HRNP session with a radio (pdt-radio.md section 2.4): connect, data both ways in lock-step, close. The receiver waits for
/// nobody, so that our own data hears its acknowledgement while a reading waits for the disk.
/// </summary>
/// <param name="wire">Ours from now on.</param>
/// <param name="rules">How patient we are.</param>
/// <param name="context">Clock and counters.</param>
/// <param name="end">Is told when the session is over.</param>
internal sealed class HrnpSession(IHrnpWire wire, HrnpRules rules, DriverContext context, ConversationEnd end) : IAsyncDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly FrameRepeats _repeats = new(context.Time);
    private readonly TaskCompletionSource<HrnpFrame> _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LockStep? _own;
    private InboundWork<HrnpFrame>? _inbound;
    private HdapTaker? _take;
    private Task _listening = Task.CompletedTask;
    private byte _address = HrnpFrame.Client;
    private byte _version = HrnpRules.FirstVersion;
    private long _heardAt;

    /// <summary>How long the radio has said nothing.</summary>
    public TimeSpan Silence => context.Time.GetElapsedTime(Volatile.Read(ref _heardAt));

    /// <exception cref="DeviceFaultException"><c>Unreachable</c>: no answer; <c>Refused</c>: it rejects us.</exception>
    public async Task ConnectAsync(CancellationToken ct)
    {
        _own = new LockStep(wire.SendAsync, new LockStepRules(rules.AckTimeout, rules.Retries, FirstNumber: 1), context.Time);
        _own.SentAgain += () => context.Watch.Fault(FaultKind.Silent, LinkFaults.Retry);
        _inbound = new InboundWork<HrnpFrame>(HandleAsync);
        _heardAt = context.Time.GetTimestamp();
        _listening = ListenAsync();
        for (int attempt = 0; attempt <= rules.Retries; attempt++)
        {
            await WriteAsync(new HrnpFrame(_version, 0, HrnpOpcode.Connect, HrnpFrame.Client, HrnpFrame.Radio, 0, default), ct).ConfigureAwait(false);
            await ((Task)Task.WhenAny(_greeted.Task, end.Over)).WaitAsync(rules.AckTimeout, context.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (_greeted.Task.IsCompletedSuccessfully)
            {
                Adopt(await _greeted.Task.ConfigureAwait(false));
                return;
            }

            await ThrowIfOverAsync(ct).ConfigureAwait(false);
        }

        throw new DeviceFaultException(FaultKind.Unreachable, "The radio does not answer CONNECT; check cable, port, speed, and that its data port speaks HRNP.");
    }

    /// <summary>Takes what the radio sends until the session ends.</summary>
    /// <param name="take">Makes a message safe.</param>
    /// <param name="ct">Stops.</param>
    public Task RunAsync(HdapTaker take, CancellationToken ct)
    {
        _take = take;
        return SideBySide.RunAsync(ct, end.WaitAsync, _inbound!.RunAsync);
    }

    /// <summary>Returns when the radio has acknowledged it.</summary>
    /// <exception cref="DeviceFaultException">It never did; the session is over.</exception>
    public async Task SendAsync(HdapMessage message, CancellationToken ct)
    {
        byte[] payload = HdapMessage.Write(message);
        try
        {
            if (await _own!.SendAsync(number => HrnpFrame.Write(Frame(HrnpOpcode.Data, number, payload)), ct).ConfigureAwait(false))
            {
                return;
            }
        }
        catch (IOException error)
        {
            throw end.Because(error);
        }

        context.Watch.Fault(FaultKind.Silent, LinkFaults.Timeout);
        throw end.Because(new DeviceFaultException(FaultKind.Silent, $"The radio acknowledged nothing, sent {rules.Retries + 1} times; the session begins anew."));
    }

    public async ValueTask DisposeAsync()
    {
        if (_greeted.Task.IsCompletedSuccessfully && !end.IsOver)
        {
            await SayGoodbyeAsync().ConfigureAwait(false);
        }

        await _life.CancelAsync().ConfigureAwait(false);
        await wire.DisposeAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (!end.IsOver)
            {
                await TakeAsync(await wire.NextAsync(_life.Token).ConfigureAwait(false)).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_life.IsCancellationRequested)
        {
            // We hung up.
        }
        catch (IOException error)
        {
            end.Because(error);
        }
        catch (Exception error)
        {
            end.Failed(error);
        }
    }

    private ValueTask TakeAsync(HrnpHeard heard)
    {
        if (heard.Frame is { } frame)
        {
            Volatile.Write(ref _heardAt, context.Time.GetTimestamp());
            context.Watch.Heard();
            return TakeAsync(frame);
        }

        if (heard.IsReset)
        {
            context.Watch.Fault(FaultKind.Ended, LinkFaults.Reset);
            end.Because(new DeviceFaultException(FaultKind.Ended, "The radio asks to begin anew; the session is set up again."));
        }
        else if (heard.Fault == LinkFaults.Stranger)
        {
            context.Watch.Fault(FaultKind.Garbled, LinkFaults.Stranger);
        }
        else
        {
            context.Watch.Garbled(heard.Fault!);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask TakeAsync(HrnpFrame frame)
    {
        switch (frame.Opcode)
        {
            case HrnpOpcode.Accept:
                _greeted.TrySetResult(frame);
                break;
            case HrnpOpcode.Reject:
                end.Because(new DeviceFaultException(FaultKind.Refused, "The radio rejects the connection; check that its data port is enabled and that no other program holds it."));
                break;
            case HrnpOpcode.Data:
                return TakeDataAsync(frame);
            case HrnpOpcode.DataAck:
                _own!.Acknowledged(frame.Number);
                break;
            case HrnpOpcode.Close:
                return CloseAsync(frame);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask TakeDataAsync(HrnpFrame frame)
    {
        _version = frame.Version;
        var verdict = _repeats.Judge(KeyOf(frame));
        if (verdict != FrameVerdict.New)
        {
            context.Watch.Fault(FaultKind.Silent, LinkFaults.Duplicate);
            return verdict == FrameVerdict.AlreadySafe ? WriteAsync(frame.Acknowledge(), _life.Token) : ValueTask.CompletedTask;
        }

        if (!_inbound!.TryTake(frame))
        {
            _repeats.Failed(KeyOf(frame));
            context.Watch.Fault(FaultKind.Busy, LinkFaults.Crowded);
        }

        return ValueTask.CompletedTask;
    }

    private async Task HandleAsync(HrnpFrame frame, CancellationToken ct)
    {
        bool safe = false;
        try
        {
            var taken = Read(frame) is { } message ? await _take!(message, default, ct).ConfigureAwait(false) : HdapTaken.Nothing;
            safe = true;
            _repeats.IsSafe(KeyOf(frame));
            await WriteAsync(frame.Acknowledge(), ct).ConfigureAwait(false);
            taken.Acknowledged?.Invoke();
            foreach (var answer in taken.Answers)
            {
                await SendAsync(answer, ct).ConfigureAwait(false);
            }
        }
        catch (StoreRefusedException)
        {
            _repeats.Failed(KeyOf(frame));
            context.Watch.Fault(FaultKind.Busy, LinkFaults.NotSafe);
        }
        catch (DeviceFaultException) when (end.IsOver)
        {
            // Whoever runs the session is told by its end.
        }
        finally
        {
            if (!safe)
            {
                _repeats.Failed(KeyOf(frame));
            }
        }
    }

    /// <returns>Null for what is acknowledged and not understood.</returns>
    private HdapMessage? Read(HrnpFrame frame)
    {
        string? fault = frame.Block != 0 ? HyteraFaults.HrnpFragment : null;
        var message = fault is null ? HdapMessage.TryRead(frame.Payload.Span, out fault, rules.AcceptUnverified) : null;
        if (fault is not null)
        {
            context.Watch.Garbled(fault);
        }

        return message;
    }

    private async ValueTask CloseAsync(HrnpFrame frame)
    {
        await WriteAsync(Frame(HrnpOpcode.CloseAck, frame.Number, default), _life.Token).ConfigureAwait(false);
        end.Orderly();
    }

    private async ValueTask WriteAsync(HrnpFrame frame, CancellationToken ct)
    {
        try
        {
            await wire.SendAsync(HrnpFrame.Write(frame), ct).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw end.Because(error);
        }
    }

    private async Task SayGoodbyeAsync()
    {
        try
        {
            await wire.SendAsync(HrnpFrame.Write(Frame(HrnpOpcode.Close, _own!.Next(), default)), CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // A courtesy to a radio that is gone.
        }
    }

    private async Task ThrowIfOverAsync(CancellationToken ct)
    {
        if (end.IsOver)
        {
            await end.WaitAsync(ct).ConfigureAwait(false);
            throw new DeviceFaultException(FaultKind.Ended, "The radio closed the session while it was being set up.");
        }
    }

    private void Adopt(HrnpFrame accepted) => (_address, _version) = (accepted.Destination, accepted.Version);

    private HrnpFrame Frame(HrnpOpcode opcode, ushort number, ReadOnlyMemory<byte> payload) => new(_version, 0, opcode, _address, HrnpFrame.Radio, number, payload);

    private static FrameKey KeyOf(HrnpFrame frame) => new(frame.Source, frame.Number, frame.Checksum());
}
