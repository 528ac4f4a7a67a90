namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>PUBLISH (section 3.3).</summary>
public sealed record PublishPacket : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.Publish;

    /// <summary>Empty only on MQTT 5 together with a topic alias.</summary>
    public required string Topic { get; init; }

    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>0 to 2.</summary>
    public int QoS { get; init; }

    public bool Retain { get; init; }

    /// <summary>DUP: sent before; never with QoS 0.</summary>
    public bool Duplicate { get; init; }

    /// <summary>Packet identifier from 1; 0 with QoS 0.</summary>
    public ushort Id { get; init; }
}
