namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>UNSUBACK (section 3.11).</summary>
/// <param name="Id">That of the UNSUBSCRIBE.</param>
/// <param name="Reasons">One a filter on MQTT 5; empty on 3.1.1.</param>
public sealed record UnsubAckPacket(ushort Id, IReadOnlyList<byte> Reasons) : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.UnsubAck;
}
