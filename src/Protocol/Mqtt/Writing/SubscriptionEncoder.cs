using System.Buffers;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Writing;

/// <summary>SUBSCRIBE, SUBACK, UNSUBSCRIBE, UNSUBACK (sections 3.8 to 3.11).</summary>
internal static class SubscriptionEncoder
{
    public static void Write(IBufferWriter<byte> body, MqttPacket packet, int version)
    {
        switch (packet)
        {
            case SubscribePacket subscribe:
                WriteHead(body, subscribe.Id, packet, version);
                WriteFilters(body, subscribe.Filters, version);
                break;
            case SubAckPacket ack:
                WriteHead(body, ack.Id, packet, version);
                body.Write([.. ack.Reasons]);
                break;
            case UnsubscribePacket unsubscribe:
                WriteHead(body, unsubscribe.Id, packet, version);
                WriteTexts(body, unsubscribe.Filters);
                break;
            case UnsubAckPacket ack:
                WriteHead(body, ack.Id, packet, version);
                body.Write(version >= MqttVersion.V5 ? [.. ack.Reasons] : ReadOnlySpan<byte>.Empty);
                break;
            default:
                throw new ArgumentException($"no encoding for {packet.Type}");
        }
    }

    private static void WriteHead(IBufferWriter<byte> body, ushort id, MqttPacket packet, int version)
    {
        body.TwoBytes(id);
        if (version >= MqttVersion.V5)
        {
            MqttPropertyWriter.WriteBlock(body, packet.Properties);
        }
    }

    private static void WriteFilters(IBufferWriter<byte> body, IReadOnlyList<MqttFilter> filters, int version)
    {
        foreach (MqttFilter filter in filters)
        {
            body.Text(filter.Filter);
            body.Byte(version >= MqttVersion.V5 ? Options(filter) : filter.QoS);
        }
    }

    private static void WriteTexts(IBufferWriter<byte> body, IReadOnlyList<string> texts)
    {
        foreach (string text in texts)
        {
            body.Text(text);
        }
    }

    private static int Options(MqttFilter filter) =>
        filter.QoS | (filter.NoLocal ? 4 : 0) | (filter.RetainAsPublished ? 8 : 0) | (filter.RetainHandling << 4);
}
