namespace EdgeGateway.Uplink.Mqtt;

/// <summary>The broker answered CONNECT with a refusal.</summary>
/// <param name="reason">MQTT 5 reason code; codes of 3.1.1 are translated (1: 0x84, 2: 0x85, 3: 0x88, 4: 0x86, 5: 0x87).</param>
/// <param name="stepDown">True when this refusal means that an older version may be welcome: CONNACK code 1 in the old form, 0x84, or a link closed without a word after a CONNECT of version 5.</param>
/// <param name="message">For the log.</param>
/// <param name="reference">Where the broker sends us instead, as it wrote it; null for nowhere.</param>
public sealed class MqttRefusedException(byte reason, bool stepDown, string message, string? reference = null) : Exception(message)
{
    public string? Reference { get; } = reference;

    public byte Reason { get; } = reason;

    public bool StepDown { get; } = stepDown;
}

/// <summary>A message larger than the broker takes. Never sent as it is.</summary>
/// <param name="size">Its size as a packet.</param>
/// <param name="limit">The broker's Maximum Packet Size.</param>
public sealed class MqttTooLargeException(long size, long limit) : Exception($"packet of {size} bytes, the broker takes {limit}")
{
    public long Size { get; } = size;

    public long Limit { get; } = limit;
}
