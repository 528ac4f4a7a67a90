namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>UNSUBSCRIBE (section 3.10).</summary>
/// <param name="Id">Packet identifier from 1.</param>
/// <param name="Filters">At least one.</param>
public sealed record UnsubscribePacket(ushort Id, IReadOnlyList<string> Filters) : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.Unsubscribe;
}
