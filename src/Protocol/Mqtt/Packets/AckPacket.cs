namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>PUBACK, PUBREC, PUBREL or PUBCOMP: one layout (sections 3.4 to 3.7).</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Id">Packet identifier from 1.</param>
/// <param name="Reason">Always 0 on MQTT 3.1.1.</param>
public sealed record AckPacket(MqttPacketType Kind, ushort Id, byte Reason = MqttReason.Success) : MqttPacket
{
    public override MqttPacketType Type => Kind;
}
