using System.Buffers;
using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Mqtt.Writing;

/// <summary>Writes PUBLISH in one piece and without allocation (section 3.3).</summary>
public static class MqttPublishWriter
{
    /// <returns>Bytes of the packet with its fixed header.</returns>
    /// <exception cref="ArgumentException">Topic over 65,535 bytes, or more than MQTT can say at all.</exception>
    public static long Measure(in MqttPublish publish, int version)
    {
        long remaining = Remaining(publish, version);
        if (remaining > VariableByteInteger.Largest || publish.Topic.Length > ushort.MaxValue)
        {
            throw new ArgumentException("a PUBLISH holds at most 65,535 bytes of topic and 268,435,455 bytes in all");
        }

        return 1 + VariableByteInteger.Length((uint)remaining) + remaining;
    }

    public static void Write(IBufferWriter<byte> output, in MqttPublish publish, int version)
    {
        int total = (int)Measure(publish, version);
        Span<byte> span = output.GetSpan(total)[..total];
        span[0] = FirstByte(publish);
        int at = 1 + VariableByteInteger.Write(span[1..], (uint)Remaining(publish, version));
        BinaryPrimitives.WriteUInt16BigEndian(span[at..], (ushort)publish.Topic.Length);
        publish.Topic.CopyTo(span[(at + 2)..]);
        at += 2 + publish.Topic.Length;
        if (publish.QoS > 0)
        {
            BinaryPrimitives.WriteUInt16BigEndian(span[at..], publish.Id);
            at += 2;
        }

        if (version >= MqttVersion.V5)
        {
            at += VariableByteInteger.Write(span[at..], (uint)publish.Properties.Length);
            publish.Properties.CopyTo(span[at..]);
            at += publish.Properties.Length;
        }

        publish.Payload.CopyTo(span[at..]);
        output.Advance(total);
    }

    private static byte FirstByte(in MqttPublish publish) =>
        (byte)(0x30 | (publish.Duplicate ? 8 : 0) | (publish.QoS << 1) | (publish.Retain ? 1 : 0));

    private static long Remaining(in MqttPublish publish, int version)
    {
        long properties = version < MqttVersion.V5
            ? 0
            : VariableByteInteger.Length((uint)publish.Properties.Length) + publish.Properties.Length;
        return 2L + publish.Topic.Length + (publish.QoS > 0 ? 2 : 0) + properties + publish.Payload.Length;
    }
}
