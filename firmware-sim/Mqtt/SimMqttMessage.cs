namespace EdgeGateway.Sim.Mqtt;

/// <summary>One application message.</summary>
public sealed record SimMqttMessage
{
    public required string Topic { get; init; }

    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>0 or 1.</summary>
    public int QoS { get; init; } = 1;

    public bool Retain { get; init; }

    /// <summary>Incoming only: the broker sent it before.</summary>
    public bool Duplicate { get; init; }

    /// <summary>MQTT 5 only, like all below.</summary>
    public string? ContentType { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> UserProperties { get; init; } = [];

    public string? ResponseTopic { get; init; }

    public ReadOnlyMemory<byte>? CorrelationData { get; init; }
}
