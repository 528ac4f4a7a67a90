namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>PINGREQ (section 3.12).</summary>
public sealed record PingReqPacket : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.PingReq;
}
