namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>One control packet. The same records serve MQTT 5 and 3.1.1; what 3.1.1 does not have is empty or 0 there.</summary>
public abstract record MqttPacket
{
    public abstract MqttPacketType Type { get; }

    /// <summary>Empty on MQTT 3.1.1.</summary>
    public MqttProperties Properties { get; init; } = MqttProperties.None;
}
