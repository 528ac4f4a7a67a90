namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>AUTH (section 3.15), MQTT 5 only.</summary>
/// <param name="Reason">0, 0x18 or 0x19.</param>
public sealed record AuthPacket(byte Reason = MqttReason.Success) : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.Auth;
}
