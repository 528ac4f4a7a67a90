namespace EdgeGateway.Protocol.Mqtt;

/// <summary>Where a property may stand (MQTT 5.0 table 2-4, column "Packet / Will Properties").</summary>
[Flags]
public enum MqttPropertyPlace
{
    None = 0,
    Connect = 1 << 1,
    ConnAck = 1 << 2,
    Publish = 1 << 3,
    PubAck = 1 << 4,
    PubRec = 1 << 5,
    PubRel = 1 << 6,
    PubComp = 1 << 7,
    Subscribe = 1 << 8,
    SubAck = 1 << 9,
    Unsubscribe = 1 << 10,
    UnsubAck = 1 << 11,
    Disconnect = 1 << 14,
    Auth = 1 << 15,

    /// <summary>The will inside CONNECT.</summary>
    Will = 1 << 16,

    /// <summary>PUBACK, PUBREC, PUBREL, PUBCOMP.</summary>
    Acks = PubAck | PubRec | PubRel | PubComp,

    Everywhere = Connect | ConnAck | Publish | Acks | Subscribe | SubAck | Unsubscribe | UnsubAck | Disconnect | Auth | Will,
}
