using System.Buffers;
using System.Text;
using EdgeGateway.Protocol.Mqtt.Decoding;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Writing;

/// <summary>Writes packets. PUBLISH in bulk goes through <see cref="MqttPublishWriter"/>, plain acknowledgements through <see cref="WriteAck"/>.</summary>
public static class MqttWriter
{
    /// <param name="output">Where to.</param>
    /// <param name="packet">What; properties are left out on MQTT 3.1.1. CONNECT is written in its own version.</param>
    /// <param name="version">5 or 4.</param>
    /// <exception cref="ArgumentException">A string or binary field over 65,535 bytes; nothing was written.</exception>
    public static void Write(IBufferWriter<byte> output, MqttPacket packet, int version)
    {
        if (packet is PublishPacket publish)
        {
            WritePublish(output, publish, version);
            return;
        }

        var body = new ArrayBufferWriter<byte>(64);
        WriteBody(body, packet, version);
        output.Byte(((int)packet.Type << 4) | FixedHeader.ReservedFlags(packet.Type));
        output.Variable((uint)body.WrittenCount);
        output.Write(body.WrittenSpan);
    }

    /// <summary>PUBACK, PUBREC, PUBREL or PUBCOMP without properties; no allocation.</summary>
    public static void WriteAck(IBufferWriter<byte> output, MqttPacketType type, ushort id, byte reason, int version)
    {
        bool isLong = version >= MqttVersion.V5 && reason != MqttReason.Success;
        Span<byte> span = output.GetSpan(5);
        span[0] = (byte)(((int)type << 4) | FixedHeader.ReservedFlags(type));
        span[1] = (byte)(isLong ? 3 : 2);
        span[2] = (byte)(id >> 8);
        span[3] = (byte)id;
        span[4] = reason;
        output.Advance(isLong ? 5 : 4);
    }

    private static void WritePublish(IBufferWriter<byte> output, PublishPacket packet, int version)
    {
        var properties = new ArrayBufferWriter<byte>(64);
        MqttPropertyWriter.WriteAll(properties, packet.Properties);
        var publish = new MqttPublish
        {
            Topic = Encoding.UTF8.GetBytes(packet.Topic),
            Properties = properties.WrittenSpan,
            Payload = packet.Payload.Span,
            QoS = packet.QoS,
            Retain = packet.Retain,
            Duplicate = packet.Duplicate,
            Id = packet.Id,
        };
        MqttPublishWriter.Write(output, publish, version);
    }

    private static void WriteBody(IBufferWriter<byte> body, MqttPacket packet, int version)
    {
        switch (packet)
        {
            case ConnectPacket connect:
                ConnectEncoder.Write(body, connect);
                break;
            case ConnAckPacket ack:
                SessionEncoder.Write(body, ack, version);
                break;
            case AckPacket ack:
                body.TwoBytes(ack.Id);
                SessionEncoder.WriteOptional(body, ack.Reason, ack.Properties, version);
                break;
            case DisconnectPacket end:
                SessionEncoder.WriteOptional(body, end.Reason, end.Properties, version);
                break;
            case AuthPacket auth:
                SessionEncoder.WriteOptional(body, auth.Reason, auth.Properties, version);
                break;
            case PingReqPacket or PingRespPacket:
                break;
            default:
                SubscriptionEncoder.Write(body, packet, version);
                break;
        }
    }
}
