namespace EdgeGateway.Protocol.Mqtt;

/// <summary>What a reader found at the start of its input.</summary>
public enum MqttReadStatus
{
    /// <summary>The packet is not complete yet.</summary>
    NeedMore,

    /// <summary>A whole packet.</summary>
    Packet,

    /// <summary>Not MQTT, or larger than allowed. The link must be closed.</summary>
    Fault,
}
