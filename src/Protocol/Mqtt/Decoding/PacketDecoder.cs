using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Decoding;

/// <summary>A frame to its packet.</summary>
internal static class PacketDecoder
{
    /// <returns>The packet; null together with a fault.</returns>
    public static MqttPacket? Decode(MqttFrame frame, int version, out MqttFault? fault)
    {
        var reader = new BodyReader(frame.Body);
        MqttPacket packet = Decode(frame, version, ref reader);
        fault = reader.End();
        return fault is null ? packet : null;
    }

    private static MqttPacket Decode(MqttFrame frame, int version, ref BodyReader reader) => frame.Type switch
    {
        MqttPacketType.Connect => ConnectDecoder.Read(ref reader),
        MqttPacketType.ConnAck => SessionDecoder.ReadConnAck(ref reader, version),
        MqttPacketType.Publish => PublishDecoder.Read(ref reader, frame.Flags, version),
        MqttPacketType.PubAck or MqttPacketType.PubRec or MqttPacketType.PubRel or MqttPacketType.PubComp =>
            AckDecoder.Read(ref reader, frame.Type, version),
        MqttPacketType.Subscribe => SubscriptionDecoder.ReadSubscribe(ref reader, version),
        MqttPacketType.SubAck => SubscriptionDecoder.ReadSubAck(ref reader, version),
        MqttPacketType.Unsubscribe => SubscriptionDecoder.ReadUnsubscribe(ref reader, version),
        MqttPacketType.UnsubAck => SubscriptionDecoder.ReadUnsubAck(ref reader, version),
        MqttPacketType.PingReq => new PingReqPacket(),
        MqttPacketType.PingResp => new PingRespPacket(),
        MqttPacketType.Disconnect => SessionDecoder.ReadDisconnect(ref reader, version),
        _ => SessionDecoder.ReadAuth(ref reader),
    };
}
