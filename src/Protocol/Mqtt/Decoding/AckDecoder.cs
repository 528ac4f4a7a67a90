using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Decoding;

/// <summary>PUBACK, PUBREC, PUBREL, PUBCOMP (sections 3.4 to 3.7): reason 0 and empty properties may be left out on MQTT 5.</summary>
internal static class AckDecoder
{
    public static AckPacket Read(ref BodyReader reader, MqttPacketType type, int version)
    {
        ushort id = reader.Id();
        if (version < MqttVersion.V5 || reader.Left == 0)
        {
            return new AckPacket(type, id);
        }

        return new AckPacket(type, id, reader.Byte()) { Properties = SessionDecoder.ReadOptional(ref reader, Place(type)) };
    }

    private static MqttPropertyPlace Place(MqttPacketType type) => (MqttPropertyPlace)(1 << (int)type);
}
