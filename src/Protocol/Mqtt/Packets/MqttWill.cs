namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>What the server publishes when the link breaks (section 3.1.2.5).</summary>
public sealed record MqttWill
{
    public required string Topic { get; init; }

    /// <summary>At most 65,535 bytes.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>0 to 2.</summary>
    public int QoS { get; init; }

    public bool Retain { get; init; }

    public MqttProperties Properties { get; init; } = MqttProperties.None;
}
