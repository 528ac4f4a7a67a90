namespace EdgeGateway.Sim.Mqtt;

/// <summary>The broker answered CONNECT with a refusal.</summary>
/// <param name="reason">As it came: reason code of MQTT 5 or return code of 3.1.1.</param>
public sealed class SimMqttRefusedException(byte reason) : Exception($"the broker refused the connection, code 0x{reason:X2}")
{
    public byte Reason { get; } = reason;
}
