using System.Threading.Channels;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>
/// Messages on their way in, handled one after the other beside the receiving loop: a handler may publish and wait for its
/// PUBACK, which only that loop can bring. When more comes than it holds it takes in nothing further, hands out what it has, and is done: the link must end
/// then, because a broker brings again what was not acknowledged only to the next link.
/// </summary>
/// <param name="handler">Null: everything is taken and acknowledged.</param>
/// <param name="acknowledge">Sends PUBACK or PUBREC.</param>
/// <param name="log">For handlers that fail.</param>
internal sealed class MqttInbox(Func<MqttMessage, ValueTask>? handler, Action<MqttPacketType, ushort> acknowledge, ILogger log)
{
    /// <summary>MQTT 3.1.1 brokers may send without limit; what does not fit stays with the broker.</summary>
    private const int MostWaiting = 1024;

    private const long MostWaitingBytes = 64 * 1024 * 1024;

    private readonly Channel<PublishPacket> _waiting = Channel.CreateUnbounded<PublishPacket>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    private readonly HashSet<ushort> _unreleased = [];
    private long _waitingBytes;
    private int _waitingCount;
    private int _unanswered;
    private volatile bool _isOver;
    private bool _hasOverflowed;

    /// <summary>Publishes with QoS 1 and 2 that have no answer yet.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    public void Add(PublishPacket packet)
    {
        // QoS 2 is never asked for; a broker that sends it from an older session is still answered by its rules.
        if (packet.QoS == 2 && !_unreleased.Add(packet.Id))
        {
            return;
        }

        if (_hasOverflowed)
        {
            return;
        }

        bool isFull = Volatile.Read(ref _waitingCount) >= MostWaiting || Interlocked.Read(ref _waitingBytes) > MostWaitingBytes;
        if (isFull)
        {
            _hasOverflowed = true;
            _waiting.Writer.TryComplete();
            MqttLog.InboxFull(log, packet.Topic);
            return;
        }

        Interlocked.Increment(ref _waitingCount);
        Interlocked.Add(ref _waitingBytes, packet.Payload.Length);
        Interlocked.Add(ref _unanswered, packet.QoS > 0 ? 1 : 0);
        _waiting.Writer.TryWrite(packet);
    }

    /// <summary>PUBREL for a message of QoS 2.</summary>
    public void Release(ushort id) => _unreleased.Remove(id);

    /// <summary>Hands out no more.</summary>
    public void End()
    {
        _isOver = true;
        _waiting.Writer.TryComplete();
    }

    /// <summary>Completes when it hands out no more.</summary>
    public async Task RunAsync()
    {
        await foreach (PublishPacket packet in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (_isOver)
            {
                return;
            }

            Interlocked.Decrement(ref _waitingCount);
            Interlocked.Add(ref _waitingBytes, -packet.Payload.Length);
            if (await HandleAsync(packet).ConfigureAwait(false) && packet.QoS > 0)
            {
                Interlocked.Decrement(ref _unanswered);
                acknowledge(packet.QoS == 1 ? MqttPacketType.PubAck : MqttPacketType.PubRec, packet.Id);
            }
        }
    }

    private async ValueTask<bool> HandleAsync(PublishPacket packet)
    {
        try
        {
            if (handler is not null)
            {
                await handler(Message(packet)).ConfigureAwait(false);
            }

            return true;
        }
        catch (OperationCanceledException) when (_isOver)
        {
            // Whoever ended the link stops its handler too: no failure.
            return false;
        }
#pragma warning disable CA1031 // The link must outlive whatever one message did to its handler.
        catch (Exception e)
#pragma warning restore CA1031
        {
            MqttLog.HandlerFailed(log, packet.Topic, e);
            return false;
        }
    }

    private static MqttMessage Message(PublishPacket packet) => new()
    {
        Topic = packet.Topic,
        Payload = packet.Payload,
        QoS = packet.QoS,
        Retain = packet.Retain,
        IsText = packet.Properties.PayloadFormat == 1,
        ContentType = packet.Properties.ContentType,
        UserProperties = packet.Properties.UserProperties,
        ResponseTopic = packet.Properties.ResponseTopic,
        CorrelationData = packet.Properties.CorrelationData,
    };
}
