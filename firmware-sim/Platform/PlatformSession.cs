using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Sim.Platform;

/// <summary>What the endpoint keeps of one client, with or without a link. Guarded by the broker's lock.</summary>
internal sealed class PlatformSession(string clientId)
{
    private const int QueueLimit = 100_000;

    /// <summary>QoS 0 for a reader that is this far behind is dropped.</summary>
    private const long SlowReaderBytes = 8 * 1024 * 1024;

    private readonly Queue<PublishPacket> _queue = new();
    private readonly SortedDictionary<long, PublishPacket> _inFlight = [];
    private readonly Dictionary<ushort, long> _orderById = [];
    private long _order;
    private ushort _lastId;

    public string ClientId => clientId;

    public Dictionary<string, MqttFilter> Filters { get; } = [];

    public PlatformLink? Link { get; private set; }

    /// <summary>Most that this client takes without an answer.</summary>
    public int Window { get; set; } = 20;

    /// <summary>Stays when the link ends.</summary>
    public bool Persistent { get; set; }

    /// <summary>What was never acknowledged goes first, marked as sent before (section 4.4).</summary>
    public void Attach(PlatformLink link)
    {
        Link = link;
        foreach (PublishPacket packet in _inFlight.Values)
        {
            link.Send(packet with { Duplicate = true });
        }

        Pump();
    }

    public void Detach() => Link = null;

    public void Offer(PublishPacket packet)
    {
        if (packet.QoS > 0 && _queue.Count < QueueLimit)
        {
            _queue.Enqueue(packet);
            Pump();
        }
        else if (packet.QoS == 0 && Link is { } link && link.Waiting < SlowReaderBytes)
        {
            link.Send(packet);
        }
    }

    public void Acknowledge(ushort id)
    {
        if (_orderById.Remove(id, out long order))
        {
            _inFlight.Remove(order);
            Pump();
        }
    }

    private void Pump()
    {
        while (Link is { } link && _inFlight.Count < Window && _queue.TryDequeue(out PublishPacket? packet))
        {
            PublishPacket numbered = packet with { Id = FreeId() };
            _orderById[numbered.Id] = ++_order;
            _inFlight[_order] = numbered;
            link.Send(numbered);
        }
    }

    private ushort FreeId()
    {
        do
        {
            _lastId++;
        }
        while (_lastId == 0 || _orderById.ContainsKey(_lastId));
        return _lastId;
    }
}
