using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeGateway.Tests.Protocol.Mqtt;

public sealed class MqttRoundTripTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(2000);

    /// <summary>One, two, three and four byte characters, controls, a byte order mark; no surrogate halves and no U+0000.</summary>
    private static readonly Gen<string> s_text = Gen.ArrayOf(Gen.Elements("a", "/", "é", "粤", "\u0001", "\uFEFF", "🚗", " ")).Select(string.Concat);

    private static readonly Gen<ReadOnlyMemory<byte>> s_data = Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b)).Select(b => new ReadOnlyMemory<byte>(b));

    [Fact]
    public void Publish_WrittenAndRead_IsTheSame() => Check(
        from topic in s_text
        from payload in s_data
        from qos in Gen.Choose(0, 2)
        from flags in Gen.Choose(0, 3)
        from id in Gen.Choose(1, 65_535)
        from properties in Properties(MqttPropertyPlace.Publish)
        select (MqttPacket)new PublishPacket
        {
            Topic = "t" + topic,
            Payload = payload,
            QoS = qos,
            Retain = (flags & 1) != 0,
            Duplicate = qos > 0 && (flags & 2) != 0,
            Id = (ushort)(qos > 0 ? id : 0),
            Properties = properties,
        });

    [Fact]
    public void Connect_WrittenAndRead_IsTheSame() => Check(
        from id in s_text
        from user in s_text
        from password in s_data
        from keepAlive in Gen.Choose(0, 65_535)
        from parts in Gen.Choose(0, 7)
        from qos in Gen.Choose(0, 2)
        from properties in Properties(MqttPropertyPlace.Connect)
        from will in Properties(MqttPropertyPlace.Will)
        select (MqttPacket)new ConnectPacket
        {
            Version = 5,
            ClientId = id,
            CleanStart = (parts & 1) != 0,
            KeepAlive = (ushort)keepAlive,
            UserName = (parts & 2) != 0 ? user : null,
            Password = (parts & 4) != 0 ? password : (ReadOnlyMemory<byte>?)null,
            Will = (parts & 4) != 0 ? new MqttWill { Topic = "w" + user, Payload = password, QoS = qos, Properties = will } : null,
            Properties = properties,
        });

    [Fact]
    public void OtherPackets_WrittenAndRead_AreTheSame() => Check(
        from kind in Gen.Choose(0, 9)
        from id in Gen.Choose(1, 65_535)
        from reason in Gen.Choose(0, 255)
        from filters in Gen.NonEmptyListOf(s_text)
        from properties in Properties((MqttPropertyPlace)(1 << s_types[kind]))
        select Packet(kind, (ushort)id, (byte)reason, [.. filters.Select(f => "f" + f)], properties));

    [Fact]
    public void VariableByteInteger_WrittenAndRead_IsTheSameAndShortest() => FsCheck.Check.One(
        s_config,
        Prop.ForAll(Gen.Choose(0, (int)VariableByteInteger.Largest).ToArbitrary(), value =>
        {
            Span<byte> bytes = stackalloc byte[4];
            int written = VariableByteInteger.Write(bytes, (uint)value);
            var status = VariableByteInteger.TryRead(bytes[..written], strict: true, out uint read, out int length);
            return status == System.Buffers.OperationStatus.Done && read == value && length == written;
        }));

    private static readonly int[] s_types = [2, 4, 5, 6, 7, 8, 9, 10, 11, 14];

    private static MqttPacket Packet(int kind, ushort id, byte reason, string[] filters, MqttProperties properties) => (kind switch
    {
        0 => (MqttPacket)new ConnAckPacket(reason == 0, reason),
        1 => new AckPacket(MqttPacketType.PubAck, id, reason),
        2 => new AckPacket(MqttPacketType.PubRec, id, reason),
        3 => new AckPacket(MqttPacketType.PubRel, id, reason),
        4 => new AckPacket(MqttPacketType.PubComp, id, reason),
        5 => new SubscribePacket(id, [.. filters.Select(f => new MqttFilter(f, reason % 3) { NoLocal = reason > 9, RetainHandling = id % 3 })]),
        6 => new SubAckPacket(id, new byte[] { reason, 1 }),
        7 => new UnsubscribePacket(id, filters),
        8 => new UnsubAckPacket(id, new byte[] { reason }),
        _ => new DisconnectPacket(reason),
    }) with { Properties = properties };

    private static Gen<MqttProperties> Properties(MqttPropertyPlace place)
    {
        MqttPropertyRule[] rules = [.. Enum.GetValues<MqttPropertyId>().Select(MqttPropertyRule.Of).Where(r => (r.Places & place) != 0)];
        return from some in Gen.SubListOf(rules)
               from number in Gen.Choose(1, 200)
               from text in s_text
               from data in s_data
               select some.Count == 0 ? MqttProperties.None : MqttProperties.Of(some.Select(rule => Property(rule, (uint)number, text, data)));
    }

    private static MqttProperty Property(MqttPropertyRule rule, uint number, string text, ReadOnlyMemory<byte> data) => rule.Type switch
    {
        MqttPropertyType.Text => new MqttProperty(rule.Id, Text: text),
        MqttPropertyType.Data => new MqttProperty(rule.Id, Data: data),
        MqttPropertyType.TextPair => new MqttProperty(rule.Id, Text: text, PairValue: "v" + text),
        _ => new MqttProperty(rule.Id, Number: Math.Clamp(number, rule.Least, rule.Most)),
    };

    private static void Check(Gen<MqttPacket> packets) => FsCheck.Check.One(s_config, Prop.ForAll(packets.ToArbitrary(), IsTheSame));

    private static bool IsTheSame(MqttPacket packet) =>
        MqttShow.Text(packet) == MqttShow.Text(MqttShow.Read(MqttShow.Bytes(packet, 5), 5, out _));
}
