namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>DISCONNECT (section 3.14); on MQTT 3.1.1 only from client to server and without a reason.</summary>
/// <param name="Reason">0 is an orderly end.</param>
public sealed record DisconnectPacket(byte Reason = MqttReason.Success) : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.Disconnect;
}
