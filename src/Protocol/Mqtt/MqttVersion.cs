namespace EdgeGateway.Protocol.Mqtt;

/// <summary>Protocol levels as they stand in CONNECT (MQTT 5.0 section 3.1.2.2, MQTT 3.1.1 section 3.1.2.2).</summary>
public static class MqttVersion
{
    /// <summary>MQTT 3.1.1.</summary>
    public const int V311 = 4;

    /// <summary>MQTT 5.0.</summary>
    public const int V5 = 5;
}
