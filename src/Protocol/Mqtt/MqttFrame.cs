namespace EdgeGateway.Protocol.Mqtt;

/// <summary>A whole packet that is not decoded yet; lives as long as the buffer it points into.</summary>
public readonly ref struct MqttFrame(byte header, ReadOnlySpan<byte> body, int length)
{
    /// <summary>Upper half of the first byte.</summary>
    public MqttPacketType Type => (MqttPacketType)(header >> 4);

    /// <summary>Lower half of the first byte.</summary>
    public int Flags => header & 0x0F;

    /// <summary>Everything behind the fixed header.</summary>
    public ReadOnlySpan<byte> Body { get; } = body;

    /// <summary>Bytes of the packet with its fixed header.</summary>
    public int Length { get; } = length;
}
