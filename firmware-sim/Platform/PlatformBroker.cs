using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Sim.Platform;

/// <summary>Sessions, subscriptions and retained messages, in memory. Will delays and expiry intervals are not kept: a will goes out at once, a kept session stays.</summary>
internal sealed class PlatformBroker
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PlatformSession> _sessions = [];
    private readonly SortedDictionary<string, PublishPacket> _retained = new(StringComparer.Ordinal);

    /// <summary>Binds a client to its session and turns out whoever had it (MQTT-3.1.4-3). The CONNACK is sent before anything of the session.</summary>
    public PlatformSession Open(PlatformLink link, ConnectPacket connect, Action<bool> greet)
    {
        lock (_lock)
        {
            bool known = _sessions.TryGetValue(link.ClientId, out PlatformSession? session);
            session?.Link?.Disconnect(MqttReason.SessionTakenOver);
            bool present = known && !connect.CleanStart;
            session = present ? session! : _sessions[link.ClientId] = new PlatformSession(link.ClientId);
            session.Window = (int)(connect.Properties.ReceiveMaximum ?? (connect.Version == MqttVersion.V5 ? 65_535u : 20u));
            session.Persistent = connect.Version == MqttVersion.V5 ? connect.Properties.SessionExpiry > 0 : !connect.CleanStart;
            greet(present);
            session.Attach(link);
            return session;
        }
    }

    /// <param name="session">That of the link.</param>
    /// <param name="link">The link that ended.</param>
    /// <param name="will">Published now; null when the client said goodbye in order.</param>
    public void Close(PlatformSession session, PlatformLink link, MqttWill? will)
    {
        lock (_lock)
        {
            if (session.Link == link)
            {
                session.Detach();
            }

            if (session.Link is null && !session.Persistent && _sessions.GetValueOrDefault(session.ClientId) == session)
            {
                _sessions.Remove(session.ClientId);
            }
        }

        if (will is not null)
        {
            Route(
                new PublishPacket { Topic = will.Topic, Payload = will.Payload, QoS = Math.Min(will.QoS, 1), Retain = will.Retain, Properties = Without(will.Properties, MqttPropertyId.WillDelayInterval) },
                null);
        }
    }

    /// <returns>How many sessions it went to.</returns>
    public int Route(PublishPacket packet, PlatformSession? from)
    {
        lock (_lock)
        {
            Retain(packet);
            int matched = 0;
            foreach (PlatformSession session in _sessions.Values)
            {
                matched += Offer(session, packet, session == from) ? 1 : 0;
            }

            return matched;
        }
    }

    public void Acknowledge(PlatformSession session, ushort id)
    {
        lock (_lock)
        {
            session.Acknowledge(id);
        }
    }

    public void Subscribe(PlatformSession session, SubscribePacket subscribe, Action<IReadOnlyList<byte>> answer)
    {
        lock (_lock)
        {
            answer([.. subscribe.Filters.Select(Grant)]);
            foreach (MqttFilter filter in subscribe.Filters.Where(f => Grant(f) <= 2))
            {
                bool isNew = !session.Filters.ContainsKey(filter.Filter);
                session.Filters[filter.Filter] = filter;
                if (filter.RetainHandling == 0 || (filter.RetainHandling == 1 && isNew))
                {
                    OfferRetained(session, filter);
                }
            }
        }
    }

    /// <returns>One reason a filter.</returns>
    public IReadOnlyList<byte> Unsubscribe(PlatformSession session, UnsubscribePacket unsubscribe)
    {
        lock (_lock)
        {
            return [.. unsubscribe.Filters.Select(f => session.Filters.Remove(f) ? MqttReason.Success : MqttReason.NoSubscriptionExisted)];
        }
    }

    private static byte Grant(MqttFilter filter) => filter.Filter.StartsWith("$share/", StringComparison.Ordinal)
        ? MqttReason.SharedSubscriptionsNotSupported
        : (byte)Math.Min(filter.QoS, 1);

    private static MqttProperties Without(MqttProperties properties, MqttPropertyId id) =>
        MqttProperties.Of(properties.All.Where(p => p.Id != id));

    private void Retain(PublishPacket packet)
    {
        if (packet.Retain && packet.Payload.IsEmpty)
        {
            _retained.Remove(packet.Topic);
        }
        else if (packet.Retain)
        {
            _retained[packet.Topic] = packet;
        }
    }

    private static bool Offer(PlatformSession session, PublishPacket packet, bool isOwn)
    {
        MqttFilter[] matching = [.. session.Filters.Values.Where(f => !(f.NoLocal && isOwn) && MqttTopic.Matches(f.Filter, packet.Topic))];
        if (matching.Length > 0)
        {
            int qos = Math.Min(packet.QoS, matching.Max(f => Math.Min(f.QoS, 1)));
            session.Offer(packet with { Id = 0, Duplicate = false, QoS = qos, Retain = packet.Retain && matching.Any(f => f.RetainAsPublished) });
        }

        return matching.Length > 0;
    }

    private void OfferRetained(PlatformSession session, MqttFilter filter)
    {
        foreach (PublishPacket packet in _retained.Values.Where(p => MqttTopic.Matches(filter.Filter, p.Topic)))
        {
            session.Offer(packet with { Id = 0, Duplicate = false, QoS = Math.Min(packet.QoS, Math.Min(filter.QoS, 1)) });
        }
    }
}
