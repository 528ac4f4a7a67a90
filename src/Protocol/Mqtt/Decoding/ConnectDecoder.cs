using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Decoding;

/// <summary>CONNECT (section 3.1); its level byte decides how the rest is read.</summary>
internal static class ConnectDecoder
{
    private const int WillFlag = 0x04;
    private const int PasswordFlag = 0x40;
    private const int UserNameFlag = 0x80;

    public static ConnectPacket Read(ref BodyReader reader)
    {
        reader.FailUnless(reader.Data().SequenceEqual("MQTT"u8), MqttFault.ProtocolName);
        int version = reader.Byte();
        reader.FailUnless(version is MqttVersion.V311 or MqttVersion.V5, MqttFault.ProtocolLevel);
        int flags = reader.Byte();
        reader.FailUnless(AreFlagsGood(flags, version), MqttFault.ConnectFlags);
        ushort keepAlive = reader.TwoBytes();
        bool isV5 = version == MqttVersion.V5;

        // The order of the initialisers is the order on the wire.
        return new ConnectPacket
        {
            Version = version,
            CleanStart = (flags & 0x02) != 0,
            KeepAlive = keepAlive,
            Properties = isV5 ? PropertyDecoder.Read(ref reader, MqttPropertyPlace.Connect) : MqttProperties.None,
            ClientId = reader.Text(),
            Will = (flags & WillFlag) != 0 ? ReadWill(ref reader, flags, isV5) : null,
            UserName = (flags & UserNameFlag) != 0 ? reader.Text() : null,
            Password = (flags & PasswordFlag) != 0 ? reader.Data().ToArray() : (ReadOnlyMemory<byte>?)null,
        };
    }

    private static bool AreFlagsGood(int flags, int version)
    {
        bool reserved = (flags & 0x01) != 0;
        int willQoS = (flags >> 3) & 3;
        bool willLess = (flags & WillFlag) == 0 && (flags & 0x38) != 0;
        bool lonePassword = version == MqttVersion.V311 && (flags & (UserNameFlag | PasswordFlag)) == PasswordFlag;
        return !reserved && willQoS < 3 && !willLess && !lonePassword;
    }

    private static MqttWill ReadWill(ref BodyReader reader, int flags, bool isV5)
    {
        MqttProperties properties = isV5 ? PropertyDecoder.Read(ref reader, MqttPropertyPlace.Will) : MqttProperties.None;
        string topic = reader.Text();
        reader.FailUnless(MqttTopic.IsName(topic), MqttFault.TopicName);
        return new MqttWill
        {
            Properties = properties,
            Topic = topic,
            Payload = reader.Data().ToArray(),
            QoS = (flags >> 3) & 3,
            Retain = (flags & 0x20) != 0,
        };
    }
}
