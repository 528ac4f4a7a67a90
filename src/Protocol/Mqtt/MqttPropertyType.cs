namespace EdgeGateway.Protocol.Mqtt;

/// <summary>Data types of property values (MQTT 5.0 section 1.5).</summary>
public enum MqttPropertyType
{
    Byte,
    TwoByteInteger,
    FourByteInteger,
    VariableByteInteger,
    Text,
    Data,
    TextPair,
}
