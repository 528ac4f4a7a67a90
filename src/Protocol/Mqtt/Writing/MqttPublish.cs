namespace EdgeGateway.Protocol.Mqtt.Writing;

/// <summary>A PUBLISH about to be written: everything in wire form already, so that writing it is copying.</summary>
public readonly ref struct MqttPublish
{
    /// <summary>Topic in UTF-8.</summary>
    public required ReadOnlySpan<byte> Topic { get; init; }

    /// <summary>What <see cref="MqttPropertyWriter"/> wrote; ignored on MQTT 3.1.1.</summary>
    public ReadOnlySpan<byte> Properties { get; init; }

    public required ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>0 to 2.</summary>
    public int QoS { get; init; }

    public bool Retain { get; init; }

    public bool Duplicate { get; init; }

    /// <summary>Packet identifier from 1; ignored with QoS 0.</summary>
    public ushort Id { get; init; }
}
