namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>PINGRESP (section 3.13).</summary>
public sealed record PingRespPacket : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.PingResp;
}
