namespace EdgeGateway.Uplink.Mqtt;

/// <summary>One application message, either way.</summary>
public sealed record MqttMessage
{
    public required string Topic { get; init; }

    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>0 or 1; 2 is not spoken (brokers.md: not portable).</summary>
    public int QoS { get; init; } = 1;

    public bool Retain { get; init; }

    /// <summary>Sent on MQTT 5 only.</summary>
    public string? ContentType { get; init; }

    /// <summary>Payload format indicator 1; sent on MQTT 5 only.</summary>
    public bool IsText { get; init; }

    /// <summary>Sent on MQTT 5 only.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> UserProperties { get; init; } = [];

    /// <summary>The broker throws it away when nobody took it for so long; in whole seconds, rounded up, and sent on MQTT 5 only. Never of a reading.</summary>
    public TimeSpan? Expiry { get; init; }

    public string? ResponseTopic { get; init; }

    public ReadOnlyMemory<byte>? CorrelationData { get; init; }
}

/// <param name="Reason">0x00 taken, 0x10 taken and nobody listens, 0x80 and above refused (brokers.md section 2.1); always 0 on 3.1.1.</param>
public readonly record struct MqttAck(byte Reason);

/// <param name="Reason">Reason code of the broker's DISCONNECT; null when the link just ended.</param>
/// <param name="Why">For the log.</param>
/// <param name="Reference">Where the broker sends us instead, as it wrote it; null for nowhere.</param>
public sealed record MqttEnd(byte? Reason, string Why, string? Reference = null);
