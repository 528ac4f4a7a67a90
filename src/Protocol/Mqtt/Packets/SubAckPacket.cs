namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>SUBACK (section 3.9).</summary>
/// <param name="Id">That of the SUBSCRIBE.</param>
/// <param name="Reasons">One a filter: granted QoS, or a refusal from 0x80.</param>
public sealed record SubAckPacket(ushort Id, IReadOnlyList<byte> Reasons) : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.SubAck;
}
