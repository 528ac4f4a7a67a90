namespace EdgeGateway.Protocol.Mqtt.Packets;

/// <summary>SUBSCRIBE (section 3.8).</summary>
/// <param name="Id">Packet identifier from 1.</param>
/// <param name="Filters">At least one.</param>
public sealed record SubscribePacket(ushort Id, IReadOnlyList<MqttFilter> Filters) : MqttPacket
{
    public override MqttPacketType Type => MqttPacketType.Subscribe;
}
