using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Decoding;

/// <summary>PUBLISH (section 3.3).</summary>
internal static class PublishDecoder
{
    public static PublishPacket Read(ref BodyReader reader, int flags, int version)
    {
        int qos = (flags >> 1) & 3;
        string topic = reader.Text();
        ushort id = qos == 0 ? (ushort)0 : reader.Id();
        MqttProperties properties = version >= MqttVersion.V5
            ? PropertyDecoder.Read(ref reader, MqttPropertyPlace.Publish)
            : MqttProperties.None;
        bool aliased = topic.Length == 0 && properties.TopicAlias is not null;
        reader.FailUnless(aliased || MqttTopic.IsName(topic), MqttFault.TopicName);
        return new PublishPacket
        {
            Topic = topic,
            Id = id,
            Properties = properties,
            Payload = reader.Rest().ToArray(),
            QoS = qos,
            Retain = (flags & 1) != 0,
            Duplicate = (flags & 8) != 0,
        };
    }
}
