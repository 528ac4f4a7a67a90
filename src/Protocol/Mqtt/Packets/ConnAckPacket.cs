namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>CONNACK (section 3.2).</summary>
/// <param name="SessionPresent">The server still knows this client.</param>
/// <param name="Reason">Reason code of MQTT 5, or return code 0 to 5 of MQTT 3.1.1.</param>
public sealed record ConnAckPacket(bool SessionPresent, byte Reason) : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.ConnAck;

    /// <summary>
    /// True when the answer has the two-byte form of MQTT 3.1.1: a server that does not know MQTT 5 refuses a CONNECT of
    /// version 5 that way, and <see cref="Reason"/> is then a return code (table 3.1 of MQTT 3.1.1).
    /// </summary>
    public bool OldForm { get; init; }
}
