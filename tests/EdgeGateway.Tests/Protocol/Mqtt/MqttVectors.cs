using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Tests.Protocol.Mqtt;

/// <summary>
/// Packets written byte by byte from the tables of the two standards, not by our writer, each with the packet it means.
/// The writer must give the same bytes again.
/// </summary>
public static class MqttVectors
{
    private static readonly byte[] s_hi = "hi"u8.ToArray();

    /// <summary>Name, version, hex, meaning.</summary>
    public static IReadOnlyList<(string Name, int Version, string Hex, MqttPacket Packet)> All { get; } =
    [
        ("CONNECT 5, all parts (3.1.2, 3.1.3)", 5,
            "10 40 00 04 4D 51 54 54 05 EE 00 0A"
            + " 14 11 00 01 51 80 21 00 40 27 00 00 10 00 26 00 01 61 00 01 62"
            + " 00 02 67 77"
            + " 0E 18 00 00 00 03 01 01 03 00 04 74 65 78 74"
            + " 00 01 73 00 02 68 69 00 01 75 00 02 68 69",
            new ConnectPacket
            {
                Version = 5, ClientId = "gw", CleanStart = true, KeepAlive = 10, UserName = "u", Password = s_hi,
                Properties = new MqttProperties
                {
                    SessionExpiry = 86_400, ReceiveMaximum = 64, MaximumPacketSize = 4096, UserProperties = [KeyValuePair.Create("a", "b")],
                },
                Will = new MqttWill
                {
                    Topic = "s", Payload = s_hi, QoS = 1, Retain = true,
                    Properties = new MqttProperties { WillDelay = 3, PayloadFormat = 1, ContentType = "text" },
                },
            }),
        ("CONNECT 3.1.1 with user, password, will (figure 3.6 flags)", 4,
            "10 1C 00 04 4D 51 54 54 04 EC 00 0A 00 02 67 77 00 01 73 00 02 68 69 00 01 75 00 02 68 69",
            new ConnectPacket
            {
                Version = 4, ClientId = "gw", KeepAlive = 10, UserName = "u", Password = s_hi,
                Will = new MqttWill { Topic = "s", Payload = s_hi, QoS = 1, Retain = true },
            }),
        ("CONNACK 5 with properties (3.2.2.3)", 5, "20 0B 01 00 08 21 00 14 24 01 13 00 1E",
            new ConnAckPacket(true, 0) { Properties = new MqttProperties { ReceiveMaximum = 20, MaximumQoS = 1, ServerKeepAlive = 30 } }),
        ("CONNACK 5, refusal (table 3-1)", 5, "20 03 00 87 00", new ConnAckPacket(false, 0x87)),
        ("CONNACK of 3.1.1 to a CONNECT of version 5, return code 1", 5, "20 02 00 01", new ConnAckPacket(false, 1) { OldForm = true }),
        ("CONNACK 3.1.1 (table 3.1)", 4, "20 02 01 00", new ConnAckPacket(true, 0) { OldForm = true }),
        ("PUBLISH 5, QoS 1, retained, properties (3.3.2.3)", 5,
            "33 24 00 03 61 2F 62 00 0A 1A 01 01 08 00 01 72 09 00 02 01 02 26 00 03 73 65 71 00 02 31 37 03 00 02 74 70 68 69",
            new PublishPacket
            {
                Topic = "a/b", Payload = s_hi, QoS = 1, Retain = true, Id = 10,
                Properties = new MqttProperties
                {
                    PayloadFormat = 1, ResponseTopic = "r", CorrelationData = new byte[] { 1, 2 },
                    UserProperties = [KeyValuePair.Create("seq", "17")], ContentType = "tp",
                },
            }),
        ("PUBLISH 3.1.1, QoS 0 (figure 3.11 topic)", 4, "30 07 00 03 61 2F 62 68 69", new PublishPacket { Topic = "a/b", Payload = s_hi }),
        ("PUBLISH 3.1.1, QoS 2, DUP", 4, "3C 07 00 03 61 2F 62 00 0A",
            new PublishPacket { Topic = "a/b", Payload = default(ReadOnlyMemory<byte>), QoS = 2, Duplicate = true, Id = 10 }),
        ("PUBLISH 5 by topic alias (3.3.2.3.4)", 5, "30 06 00 00 03 23 00 05",
            new PublishPacket { Topic = "", Payload = default(ReadOnlyMemory<byte>), Properties = new MqttProperties { TopicAlias = 5 } }),
        ("PUBACK 5, reason left out (3.4.2.1)", 5, "40 02 12 34", new AckPacket(MqttPacketType.PubAck, 0x1234)),
        ("PUBACK 5, no matching subscribers", 5, "40 03 12 34 10", new AckPacket(MqttPacketType.PubAck, 0x1234, 0x10)),
        ("PUBACK 5, reason string", 5, "40 0A 12 34 97 06 1F 00 03 6E 6F 21",
            new AckPacket(MqttPacketType.PubAck, 0x1234, 0x97) { Properties = new MqttProperties { ReasonString = "no!" } }),
        ("PUBACK 3.1.1", 4, "40 02 12 34", new AckPacket(MqttPacketType.PubAck, 0x1234)),
        ("PUBREC 5", 5, "50 03 00 01 91", new AckPacket(MqttPacketType.PubRec, 1, 0x91)),
        ("PUBREL 3.1.1, flags 0010 (3.6.1)", 4, "62 02 00 01", new AckPacket(MqttPacketType.PubRel, 1)),
        ("PUBREL 5, flags 0010", 5, "62 03 00 01 92", new AckPacket(MqttPacketType.PubRel, 1, 0x92)),
        ("PUBCOMP 5", 5, "70 02 FF FF", new AckPacket(MqttPacketType.PubComp, 0xFFFF)),
        ("SUBSCRIBE 5, options (3.8.3.1)", 5, "82 0F 00 0A 02 0B 05 00 03 61 2F 23 2D 00 01 2B 00",
            new SubscribePacket(10, [new MqttFilter("a/#", 1) { NoLocal = true, RetainAsPublished = true, RetainHandling = 2 }, new MqttFilter("+", 0)])
            {
                Properties = MqttProperties.Of([new MqttProperty(MqttPropertyId.SubscriptionIdentifier, Number: 5)]),
            }),
        ("SUBSCRIBE 3.1.1 (figure 3.23)", 4, "82 0E 00 0A 00 03 61 2F 62 01 00 03 63 2F 64 02",
            new SubscribePacket(10, [new MqttFilter("a/b", 1), new MqttFilter("c/d", 2)])),
        ("SUBACK 5", 5, "90 05 00 0A 00 01 87", new SubAckPacket(10, new byte[] { 1, 0x87 })),
        ("SUBACK 3.1.1 (figure 3.26)", 4, "90 05 00 0A 00 02 80", new SubAckPacket(10, new byte[] { 0, 2, 0x80 })),
        ("UNSUBSCRIBE 5", 5, "A2 08 00 0A 00 00 03 61 2F 62", new UnsubscribePacket(10, ["a/b"])),
        ("UNSUBSCRIBE 3.1.1", 4, "A2 07 00 0A 00 03 61 2F 62", new UnsubscribePacket(10, ["a/b"])),
        ("UNSUBACK 5", 5, "B0 04 00 0A 00 11", new UnsubAckPacket(10, new byte[] { 0x11 })),
        ("UNSUBACK 3.1.1", 4, "B0 02 00 0A", new UnsubAckPacket(10, Array.Empty<byte>())),
        ("PINGREQ", 5, "C0 00", new PingReqPacket()),
        ("PINGRESP", 4, "D0 00", new PingRespPacket()),
        ("DISCONNECT 3.1.1", 4, "E0 00", new DisconnectPacket()),
        ("DISCONNECT 5, nothing said (3.14.2.1)", 5, "E0 00", new DisconnectPacket()),
        ("DISCONNECT 5, reason only", 5, "E0 01 8E", new DisconnectPacket(0x8E)),
        ("DISCONNECT 5, server reference", 5, "E0 07 9C 05 1C 00 02 62 32", new DisconnectPacket(0x9C) { Properties = new MqttProperties { ServerReference = "b2" } }),
        ("AUTH 5, method and data (3.15.2.2)", 5, "F0 0A 18 08 15 00 01 6D 16 00 01 FF",
            new AuthPacket(0x18)
            {
                Properties = MqttProperties.Of(
                    [new MqttProperty(MqttPropertyId.AuthenticationMethod, Text: "m"), new MqttProperty(MqttPropertyId.AuthenticationData, Data: new byte[] { 0xFF })]),
            }),
    ];

    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
