using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Sim.Mqtt;

/// <summary>
/// The platform's side of MQTT in the simulator: one link, made once and thrown away when it ends.
/// For a client that stays, see <see cref="SimMqttSubscriber"/>.
/// </summary>
/// <param name="options">Where and how.</param>
/// <param name="onMessage">Takes incoming messages one after the other, may publish; QoS 1 is acknowledged when it completes.</param>
public sealed class SimMqttClient(SimMqttOptions options, Func<SimMqttMessage, ValueTask> onMessage) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ushort, TaskCompletionSource<IReadOnlyList<byte>>> _waiting = new();
    private readonly Channel<PublishPacket> _incoming = Channel.CreateUnbounded<PublishPacket>();
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private Task _loops = Task.CompletedTask;
    private MqttWire? _wire;
    private int _lastId;

    /// <summary>Completes with a sentence when the link is over; never faults.</summary>
    public Task<string> Ended => _ended.Task;

    /// <returns>Whether the broker still had our session.</returns>
    /// <exception cref="SimMqttRefusedException">The broker said no.</exception>
    /// <exception cref="IOException">Nobody answers, or the link broke.</exception>
    public async Task<bool> ConnectAsync(CancellationToken ct)
    {
        Stream stream = await SimDialer.DialAsync(options, ct).ConfigureAwait(false);
        _wire = new MqttWire(stream, options.Version, options.MaximumPacketSize);
        _wire.Send(Greeting());
        MqttPacket? answer = await _wire.ReceiveAsync(ct).ConfigureAwait(false);
        if (answer is not ConnAckPacket ack)
        {
            throw new IOException(answer is null ? "the broker closed the link instead of answering" : $"the broker answered CONNECT with {answer.Type}");
        }

        if (ack.Reason != 0)
        {
            throw new SimMqttRefusedException(ack.Reason);
        }

        _loops = Task.WhenAll(ReceiveLoopAsync(), HandleLoopAsync(), PingLoopAsync());
        return ack.SessionPresent;
    }

    /// <returns>One code a filter; 0x80 and above are refusals.</returns>
    public Task<IReadOnlyList<byte>> SubscribeAsync(IReadOnlyList<string> filters, int qos, CancellationToken ct) =>
        AskAsync(id => new SubscribePacket(id, [.. filters.Select(f => new MqttFilter(f, qos) { RetainAsPublished = true })]), ct);

    /// <returns>The reason code of the PUBACK; 0 at once with QoS 0.</returns>
    public async Task<byte> PublishAsync(SimMqttMessage message, CancellationToken ct)
    {
        if (message.QoS == 0)
        {
            Wire().Send(Packet(message, 0));
            return MqttReason.Success;
        }

        IReadOnlyList<byte> reasons = await AskAsync(id => Packet(message, id), ct).ConfigureAwait(false);
        return reasons[0];
    }

    /// <summary>Says goodbye in order.</summary>
    public async Task DisconnectAsync(CancellationToken ct)
    {
        if (_wire is { } wire)
        {
            wire.Send(new DisconnectPacket());
            await wire.CloseAsync(ct).ConfigureAwait(false);
        }

        End("disconnected");
    }

    public async ValueTask DisposeAsync()
    {
        End("disposed");
        if (_wire is { } wire)
        {
            await wire.DisposeAsync().ConfigureAwait(false);
        }

        await _loops.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private MqttWire Wire() => _wire is { } wire && !_ended.Task.IsCompleted ? wire : throw new IOException("not connected");

    private ConnectPacket Greeting() => new()
    {
        Version = options.Version,
        ClientId = options.ClientId,
        CleanStart = !options.Persistent,
        KeepAlive = (ushort)options.KeepAlive.TotalSeconds,
        Will = options.Will is { } will ? new MqttWill { Topic = will.Topic, Payload = will.Payload, QoS = will.QoS, Retain = will.Retain } : null,
        UserName = options.User,
        Password = options.Password is { } password ? Encoding.UTF8.GetBytes(password) : (ReadOnlyMemory<byte>?)null,
        Properties = new MqttProperties
        {
            SessionExpiry = options.Persistent ? 86_400u : null,
            MaximumPacketSize = (uint)options.MaximumPacketSize,
        },
    };

    private static PublishPacket Packet(SimMqttMessage message, ushort id) => new()
    {
        Topic = message.Topic,
        Payload = message.Payload,
        QoS = message.QoS,
        Retain = message.Retain,
        Id = id,
        Properties = new MqttProperties
        {
            ContentType = message.ContentType,
            ResponseTopic = message.ResponseTopic,
            CorrelationData = message.CorrelationData,
            UserProperties = message.UserProperties,
        },
    };

    private async Task<IReadOnlyList<byte>> AskAsync(Func<ushort, MqttPacket> question, CancellationToken ct)
    {
        MqttWire wire = Wire();
        var answer = new TaskCompletionSource<IReadOnlyList<byte>>(TaskCreationOptions.RunContinuationsAsynchronously);
        ushort id = Register(answer);
        wire.Send(question(id));
        if (_ended.Task.IsCompleted)
        {
            answer.TrySetException(new IOException("the link ended"));
        }

        return await answer.Task.WaitAsync(ct).ConfigureAwait(false);
    }

    private ushort Register(TaskCompletionSource<IReadOnlyList<byte>> answer)
    {
        ushort id;
        do
        {
            id = (ushort)Interlocked.Increment(ref _lastId);
        }
        while (id == 0 || !_waiting.TryAdd(id, answer));
        return id;
    }

    private async Task ReceiveLoopAsync()
    {
        string why = "the broker closed the link";
        try
        {
            while (await _wire!.ReceiveAsync(_stop.Token).ConfigureAwait(false) is { } packet)
            {
                Take(packet);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or MqttFaultException)
        {
            why = e.Message;
        }

        End(why);
    }

    private void Take(MqttPacket packet)
    {
        switch (packet)
        {
            case PublishPacket publish:
                _incoming.Writer.TryWrite(publish);
                break;
            case AckPacket { Kind: MqttPacketType.PubAck } ack:
                Answer(ack.Id, [ack.Reason]);
                break;
            case SubAckPacket ack:
                Answer(ack.Id, ack.Reasons);
                break;
            case DisconnectPacket end:
                End($"the broker disconnected, code 0x{end.Reason:X2}");
                break;
        }
    }

    private void Answer(ushort id, IReadOnlyList<byte> reasons)
    {
        if (_waiting.TryRemove(id, out TaskCompletionSource<IReadOnlyList<byte>>? waiting))
        {
            waiting.TrySetResult(reasons);
        }
    }

    private async Task HandleLoopAsync()
    {
        await foreach (PublishPacket packet in _incoming.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (_ended.Task.IsCompleted || !await HandleAsync(packet).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async ValueTask<bool> HandleAsync(PublishPacket packet)
    {
        try
        {
            await onMessage(Message(packet)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Not acknowledged: the broker keeps it for the next link.
            End($"the message callback failed: {e.Message}");
            return false;
        }

        if (packet.QoS == 1)
        {
            _wire!.Send(new AckPacket(MqttPacketType.PubAck, packet.Id));
        }

        return true;
    }

    private static SimMqttMessage Message(PublishPacket packet) => new()
    {
        Topic = packet.Topic,
        Payload = packet.Payload,
        QoS = packet.QoS,
        Retain = packet.Retain,
        Duplicate = packet.Duplicate,
        ContentType = packet.Properties.ContentType,
        UserProperties = packet.Properties.UserProperties,
        ResponseTopic = packet.Properties.ResponseTopic,
        CorrelationData = packet.Properties.CorrelationData,
    };

    private async Task PingLoopAsync()
    {
        if (options.KeepAlive == TimeSpan.Zero)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.KeepAlive * 0.7);
        while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
        {
            _wire!.Send(new PingReqPacket());
        }
    }

    private void End(string why)
    {
        if (!_ended.TrySetResult(why))
        {
            return;
        }

        _stop.Cancel();
        _incoming.Writer.TryComplete();
        foreach (TaskCompletionSource<IReadOnlyList<byte>> waiting in _waiting.Values)
        {
            waiting.TrySetException(new IOException(why));
        }
    }
}
