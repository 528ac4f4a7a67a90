using System.Net.Sockets;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;
using EdgeGateway.Sim.Mqtt;

namespace EdgeGateway.Sim.Platform;

/// <summary>One client's link to the endpoint.</summary>
internal sealed class PlatformLink(Socket socket, PlatformEndpoint endpoint)
{
    private const int DefaultMaximum = 16 * 1024 * 1024;
    private const ushort DefaultReceiveMaximum = 100;

    private readonly MqttWire _wire = new(new NetworkStream(socket, ownsSocket: true), MqttVersion.V5, DefaultMaximum);
    private readonly int _limit = (int)Math.Min(endpoint.Faults.MaximumPacketSize ?? DefaultMaximum, DefaultMaximum);
    private readonly ushort _receiveMaximum = endpoint.Faults.ReceiveMaximum ?? DefaultReceiveMaximum;
    private readonly Queue<ushort> _withheld = new();
    private readonly CancellationTokenSource _closed = new();
    private PlatformSession? _session;
    private MqttWill? _will;
    private long _lastHeard;

    public string ClientId { get; private set; } = "";

    /// <summary>Bytes the client has not taken yet.</summary>
    public long Waiting => _wire.Waiting;

    /// <summary>Serves the client until the link is over; never throws.</summary>
    public async Task RunAsync()
    {
        try
        {
            await ServeAsync().ConfigureAwait(false);
        }
        catch (MqttFaultException fault)
        {
            Disconnect(fault.Fault.Reason);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The link broke: the session below hears of it and sends the will.
        }

        End();
        if (_session is { } session)
        {
            endpoint.Broker.Close(session, this, _will);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _wire.CloseAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Dispose();
    }

    public void Send(MqttPacket packet)
    {
        if (!endpoint.Faults.HalfOpen)
        {
            _wire.Send(packet);
        }
    }

    public void SendRaw(byte[] bytes) => _wire.SendRaw(bytes);

    public void SendLast(byte[] bytes)
    {
        _wire.SendRaw(bytes);
        End();
    }

    public void Disconnect(byte reason)
    {
        if (_wire.Version == MqttVersion.V5)
        {
            Send(new DisconnectPacket(reason));
        }

        End();
    }

    /// <summary>Without a word.</summary>
    public void Close() => socket.Close(timeout: 0);

    public void ReleasePubAcks()
    {
        lock (_withheld)
        {
            while (_withheld.TryDequeue(out ushort id))
            {
                Send(new AckPacket(MqttPacketType.PubAck, id));
            }
        }
    }

    private async Task ServeAsync()
    {
        if (await _wire.ReceiveAsync(_closed.Token).ConfigureAwait(false) is not ConnectPacket connect)
        {
            return;
        }

        await endpoint.Faults.WhenServing().WaitAsync(_closed.Token).ConfigureAwait(false);
        _wire.Version = connect.Version;
        if (endpoint.Faults.Refusal is { } refusal && (refusal.OnlyVersion ?? connect.Version) == connect.Version)
        {
            Refuse(refusal);
            return;
        }

        Accept(connect);
        Task watch = WatchAsync(endpoint.Faults.ServerKeepAlive ?? connect.KeepAlive);
        await ServePacketsAsync().ConfigureAwait(false);
        End();
        await watch.ConfigureAwait(false);
    }

    /// <summary>Not inline: the caller may hold the broker's lock, which the end of this link needs.</summary>
    private void End() => _ = _closed.CancelAsync();

    private void Refuse(ConnectRefusal refusal)
    {
        if (refusal.Form != RefusalForm.Silent)
        {
            Send(new ConnAckPacket(false, refusal.Code) { OldForm = refusal.Form == RefusalForm.OldConnAck });
        }
    }

    private void Accept(ConnectPacket connect)
    {
        bool assigned = connect.ClientId.Length == 0;
        ClientId = assigned ? $"auto-{Guid.NewGuid():N}" : connect.ClientId;
        _will = connect.Will;
        _wire.MaximumPacketSize = _limit;
        _session = endpoint.Broker.Open(this, connect, present => Send(new ConnAckPacket(present, MqttReason.Success)
        {
            Properties = new MqttProperties
            {
                ReceiveMaximum = _receiveMaximum,
                MaximumPacketSize = endpoint.Faults.MaximumPacketSize,
                ServerKeepAlive = endpoint.Faults.ServerKeepAlive,
                MaximumQoS = 1,
                RetainAvailable = endpoint.Faults.RetainRefused ? 0u : null,
                SharedSubscriptionAvailable = 0,
                AssignedClientIdentifier = assigned ? ClientId : null,
            },
        }));
    }

    private async Task ServePacketsAsync()
    {
        while (await _wire.ReceiveAsync(_closed.Token).ConfigureAwait(false) is { } packet)
        {
            await endpoint.Faults.WhenServing().WaitAsync(_closed.Token).ConfigureAwait(false);
            _lastHeard = endpoint.Time.GetTimestamp();
            if (packet is DisconnectPacket end)
            {
                _will = end.Reason == MqttReason.DisconnectWithWill ? _will : null;
                return;
            }

            Take(packet);
        }
    }

    private void Take(MqttPacket packet)
    {
        switch (packet)
        {
            case PublishPacket publish:
                TakePublish(publish);
                break;
            case AckPacket { Kind: MqttPacketType.PubAck } ack:
                endpoint.Broker.Acknowledge(_session!, ack.Id);
                break;
            case SubscribePacket subscribe:
                endpoint.Broker.Subscribe(_session!, subscribe, reasons => Send(new SubAckPacket(subscribe.Id, reasons)));
                break;
            case UnsubscribePacket unsubscribe:
                Send(new UnsubAckPacket(unsubscribe.Id, endpoint.Broker.Unsubscribe(_session!, unsubscribe)));
                break;
            case PingReqPacket:
                Send(new PingRespPacket());
                break;
            default:
                Disconnect(MqttReason.ProtocolError);
                break;
        }
    }

    private void TakePublish(PublishPacket publish)
    {
        if (Objection(publish) is { } objection)
        {
            Disconnect(objection);
            return;
        }

        // Asked before routing: a refused message must not reach anybody, and a forgotten one looks well received.
        byte? answer = publish.QoS == 0 ? null : endpoint.Faults.NextAnswer(MqttReason.Success);
        bool refused = answer >= MqttReason.UnspecifiedError;
        bool forgotten = answer == MqttReason.Success && endpoint.Faults.Forgets(publish.Topic);
        int listeners = refused || forgotten ? 0 : endpoint.Route(publish, _session);
        if (answer == MqttReason.Success && listeners == 0 && !forgotten && _wire.Version == MqttVersion.V5)
        {
            answer = MqttReason.NoMatchingSubscribers;
        }

        endpoint.Tell(new ReceivedPublish(
            ClientId, _wire.Version, publish.Topic, publish.Payload, publish.QoS, publish.Retain, publish.Duplicate, answer, publish.Properties, forgotten));
        if (publish.QoS > 0)
        {
            Answer(publish.Id, answer);
        }
    }

    private byte? Objection(PublishPacket publish) => publish switch
    {
        { QoS: 2 } => MqttReason.QoSNotSupported,
        { Topic: "" } => MqttReason.TopicAliasInvalid,
        { Retain: true } when endpoint.Faults.RetainRefused => MqttReason.RetainNotSupported,
        _ => null,
    };

    private void Answer(ushort id, byte? reason)
    {
        if (reason is null)
        {
            Withhold(id);
        }
        else if (reason >= MqttReason.UnspecifiedError && _wire.Version < MqttVersion.V5)
        {
            End();
        }
        else
        {
            Send(new AckPacket(MqttPacketType.PubAck, id, reason.Value));
        }
    }

    private void Withhold(ushort id)
    {
        bool tooMany;
        lock (_withheld)
        {
            _withheld.Enqueue(id);
            tooMany = _withheld.Count > _receiveMaximum;
        }

        if (tooMany && _wire.Version == MqttVersion.V5)
        {
            Disconnect(MqttReason.ReceiveMaximumExceeded);
        }
    }

    private async Task WatchAsync(int keepAliveSeconds)
    {
        if (keepAliveSeconds == 0)
        {
            return;
        }

        TimeSpan patience = TimeSpan.FromSeconds(1.5 * keepAliveSeconds);
        _lastHeard = endpoint.Time.GetTimestamp();
        using var timer = new PeriodicTimer(patience / 6, endpoint.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_closed.Token).ConfigureAwait(false))
            {
                if (!endpoint.Faults.HalfOpen && endpoint.Time.GetElapsedTime(_lastHeard) > patience)
                {
                    Disconnect(MqttReason.KeepAliveTimeout);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The link is over.
        }
    }
}
