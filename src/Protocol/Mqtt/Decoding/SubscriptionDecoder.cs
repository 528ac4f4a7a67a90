using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Decoding;

/// <summary>SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK (sections 3.8 to 3.11).</summary>
internal static class SubscriptionDecoder
{
    /// <summary>A filter takes many times its bytes in memory; no honest peer comes near this.</summary>
    public const int MostFilters = 1024;

    public static SubscribePacket ReadSubscribe(ref BodyReader reader, int version)
    {
        ushort id = reader.Id();
        MqttProperties properties = ReadProperties(ref reader, version, MqttPropertyPlace.Subscribe);
        var filters = new List<MqttFilter>();
        while (reader.HasMore)
        {
            filters.Add(ReadFilter(ref reader, version));
            reader.FailUnless(filters.Count <= MostFilters, MqttFault.TooManyFilters);
        }

        reader.FailUnless(filters.Count > 0, MqttFault.NoFilters);
        return new SubscribePacket(id, filters) { Properties = properties };
    }

    public static SubAckPacket ReadSubAck(ref BodyReader reader, int version)
    {
        ushort id = reader.Id();
        MqttProperties properties = ReadProperties(ref reader, version, MqttPropertyPlace.SubAck);
        byte[] reasons = reader.Rest().ToArray();
        bool known = version >= MqttVersion.V5 || Array.TrueForAll(reasons, r => r is <= 2 or 0x80);
        reader.FailUnless(known, MqttFault.ReasonCode);
        reader.FailUnless(reasons.Length > 0, MqttFault.NoFilters);
        return new SubAckPacket(id, reasons) { Properties = properties };
    }

    public static UnsubscribePacket ReadUnsubscribe(ref BodyReader reader, int version)
    {
        ushort id = reader.Id();
        MqttProperties properties = ReadProperties(ref reader, version, MqttPropertyPlace.Unsubscribe);
        var filters = new List<string>();
        while (reader.HasMore)
        {
            string filter = reader.Text();
            reader.FailUnless(MqttTopic.IsFilter(filter), MqttFault.TopicFilter);
            filters.Add(filter);
            reader.FailUnless(filters.Count <= MostFilters, MqttFault.TooManyFilters);
        }

        reader.FailUnless(filters.Count > 0, MqttFault.NoFilters);
        return new UnsubscribePacket(id, filters) { Properties = properties };
    }

    public static UnsubAckPacket ReadUnsubAck(ref BodyReader reader, int version)
    {
        ushort id = reader.Id();
        if (version < MqttVersion.V5)
        {
            return new UnsubAckPacket(id, []);
        }

        MqttProperties properties = PropertyDecoder.Read(ref reader, MqttPropertyPlace.UnsubAck);
        byte[] reasons = reader.Rest().ToArray();
        reader.FailUnless(reasons.Length > 0, MqttFault.NoFilters);
        return new UnsubAckPacket(id, reasons) { Properties = properties };
    }

    private static MqttProperties ReadProperties(ref BodyReader reader, int version, MqttPropertyPlace place) =>
        version >= MqttVersion.V5 ? PropertyDecoder.Read(ref reader, place) : MqttProperties.None;

    private static MqttFilter ReadFilter(ref BodyReader reader, int version)
    {
        string filter = reader.Text();
        reader.FailUnless(MqttTopic.IsFilter(filter), MqttFault.TopicFilter);
        byte options = reader.Byte();
        int qos = options & 3;
        int handling = (options >> 4) & 3;
        int reserved = version >= MqttVersion.V5 ? 0xC0 : 0xFC;
        reader.FailUnless(qos < 3 && handling < 3 && (options & reserved) == 0, MqttFault.SubscriptionOptions);
        return new MqttFilter(filter, qos)
        {
            NoLocal = (options & 0x04) != 0,
            RetainAsPublished = (options & 0x08) != 0,
            RetainHandling = handling,
        };
    }
}
