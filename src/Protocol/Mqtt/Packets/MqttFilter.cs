namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>A topic filter with its subscription options (section 3.8.3.1). MQTT 3.1.1 has the QoS only.</summary>
/// <param name="Filter">May hold the wildcards + and #.</param>
/// <param name="QoS">Most that is wanted, 0 to 2.</param>
public sealed record MqttFilter(string Filter, int QoS)
{
    /// <summary>Do not send me what I published.</summary>
    public bool NoLocal { get; init; }

    /// <summary>Keep the publisher's RETAIN flag.</summary>
    public bool RetainAsPublished { get; init; }

    /// <summary>0: send retained messages now; 1: only when the subscription is new; 2: never.</summary>
    public int RetainHandling { get; init; }
}
