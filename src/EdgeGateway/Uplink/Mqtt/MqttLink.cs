using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>A link after its CONNACK: four loops that send, receive, handle what came in, and watch; the first to fail ends all.</summary>
internal sealed class MqttLink : IAsyncDisposable
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(1);

    private readonly Stream _stream;
    private readonly MqttInput _input;
    private readonly MqttConnection _connection;
    private readonly ushort _receiveMaximum;
    private readonly MqttSurroundings _around;
    private readonly MqttOutput _output;
    private readonly MqttSender _sender;
    private readonly MqttInbox _inbox;
    private readonly MqttKeepAlive _keepAlive;
    private readonly CancellationTokenSource _over = new();
    private Task _sending = Task.CompletedTask;
    private Task _receiving = Task.CompletedTask;
    private Task _handling = Task.CompletedTask;
    private Task _watching = Task.CompletedTask;
    private int _isOver;
    private volatile bool _isLeaving;

    public MqttLink(Stream stream, MqttInput input, MqttConnect connect, MqttConnection connection, MqttSurroundings around)
    {
        _stream = stream;
        _input = input;
        _connection = connection;
        _receiveMaximum = connect.ReceiveMaximum;
        _around = around;
        _output = new MqttOutput(stream, around.Time);
        _sender = new MqttSender(_output, connection);
        _inbox = new MqttInbox(connect.OnMessage, _sender.Acknowledge, around.Log);
        _keepAlive = new MqttKeepAlive(connection.KeepAlive, around.Time);
    }

    public void Start()
    {
        _sending = GuardAsync(_output.RunAsync(_sender.Pump));
        _receiving = GuardAsync(ReceiveAsync());
        _handling = HandleAsync();
        _watching = GuardAsync(WatchAsync());
    }

    public Task<MqttAck> PublishAsync(MqttMessage message) => _sender.PublishAsync(message);

    public async Task<IReadOnlyList<byte>> SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct)
    {
        IReadOnlyList<byte> reasons = await _sender.SubscribeAsync(filters).WaitAsync(ct).ConfigureAwait(false);
        return reasons.Count == filters.Count
            ? reasons
            : throw new IOException($"the broker answered {filters.Count} filters with {reasons.Count} codes");
    }

    /// <summary>Waits a moment for the broker to close: closing first may reset the link and take DISCONNECT with it.</summary>
    public async Task DisconnectAsync(CancellationToken ct)
    {
        _isLeaving = true;
        await LeaveAsync("we said goodbye", ct).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        End(null, "disposed");
        await Task.WhenAll(_sending, _receiving, _watching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // A handler may hang, or be the one who disposes.
        await _handling.WaitAsync(s_farewell, _around.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>DISCONNECT goes behind everything that is still to be sent, acknowledgements too.</summary>
    private async Task LeaveAsync(string why, CancellationToken ct)
    {
        _sender.Send(new DisconnectPacket());
        _output.Finish();
        using var patience = new CancellationTokenSource(s_farewell, _around.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        await Task.WhenAll(_sending, _receiving).WaitAsync(both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        End(null, why);
    }

    private async Task HandleAsync()
    {
        await _inbox.RunAsync().ConfigureAwait(false);
        if (Volatile.Read(ref _isOver) == 0)
        {
            await LeaveAsync("more came than could be taken in at once; the next link gets the rest", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private void End(byte? reason, string why, string? reference = null)
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
        {
            return;
        }

        string word = _isLeaving ? "we said goodbye" : why;
        _inbox.End();
        _sender.End(word);
        _output.Finish();
        _over.Cancel();
        _stream.Dispose();
        _around.OnEnd(new MqttEnd(reason, word, reference));
    }

    private async Task GuardAsync(Task loop)
    {
        try
        {
            await loop.ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            End(null, $"the link broke: {e.Message}");
        }
#pragma warning disable CA1031 // A defect in one loop must not leave a link that looks alive and does nothing.
        catch (Exception e)
#pragma warning restore CA1031
        {
            MqttLog.Defect(_around.Log, e);
            End(null, $"the client failed: {e.Message}");
        }
    }

    private async Task ReceiveAsync()
    {
        // The first packets may have come together with CONNACK.
        while (TakeAll())
        {
            _sender.Pump();
            if (!await _input.FillAsync(_over.Token).ConfigureAwait(false))
            {
                End(null, "the broker closed the link");
                return;
            }

            _keepAlive.Heard();
        }
    }

    private async Task WatchAsync()
    {
        await _keepAlive.RunAsync(() => _output.LastSent, () => _sender.Send(new PingReqPacket()), _over.Token).ConfigureAwait(false);
        End(null, $"nothing came from the broker for {_connection.KeepAlive.TotalSeconds * 1.5:0.#} s");
    }

    /// <returns>False when the link is over.</returns>
    private bool TakeAll()
    {
        MqttReadStatus status;
        while ((status = _input.TryNext(out MqttFrame frame)) == MqttReadStatus.Packet)
        {
            if (!Take(frame))
            {
                return false;
            }
        }

        return status == MqttReadStatus.NeedMore || EndGarbled();
    }

    private bool Take(MqttFrame frame)
    {
        if (frame.Type == MqttPacketType.PubAck && MqttAckReader.TryReadShort(frame, _connection.Version, out ushort id, out byte reason))
        {
            Complete(id, reason);
            return true;
        }

        return _input.Reader.Decode(frame) is { } packet ? Take(packet) : EndGarbled();
    }

    private bool Take(MqttPacket packet)
    {
        switch (packet)
        {
            case AckPacket { Kind: MqttPacketType.PubAck } ack:
                Complete(ack.Id, ack.Reason);
                return true;
            case PublishPacket publish:
                return TakeIn(publish);
            case AckPacket { Kind: MqttPacketType.PubRel } release:
                _inbox.Release(release.Id);
                _sender.Acknowledge(MqttPacketType.PubComp, release.Id);
                return true;
            case SubAckPacket ack when _sender.Complete(ack):
            case PingRespPacket:
                return true;
            case DisconnectPacket end when _connection.Version >= MqttVersion.V5:
                End(end.Reason, $"the broker disconnected, code 0x{end.Reason:X2} {end.Properties.ReasonString}".TrimEnd(), end.Properties.ServerReference);
                return false;
            default:
                End(null, $"the broker sent {packet.Type} where it has no place");
                return false;
        }
    }

    private bool TakeIn(PublishPacket publish)
    {
        if (publish.Topic.Length == 0)
        {
            End(null, "the broker used a topic alias, which was not allowed to it");
            return false;
        }

        if (_connection.Version >= MqttVersion.V5 && publish.QoS > 0 && _inbox.Unanswered >= _receiveMaximum)
        {
            End(null, "the broker sent more than our Receive Maximum");
            return false;
        }

        _inbox.Add(publish);
        return true;
    }

    private void Complete(ushort id, byte reason)
    {
        if (!_sender.Complete(id, reason))
        {
            MqttLog.StrayAck(_around.Log, id);
        }
    }

    private bool EndGarbled()
    {
        End(null, $"the broker sent what is not MQTT ({_input.Reader.Fault!.Word})");
        return false;
    }
}
