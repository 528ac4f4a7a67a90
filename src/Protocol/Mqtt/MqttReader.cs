using System.Buffers;
using EdgeGateway.Protocol.Mqtt.Decoding;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt;

/// <summary>
/// Cuts a byte stream into packets. Holds no bytes: the caller keeps what was not consumed. The first fault is final,
/// because MQTT has no mark from which reading could start again; whatever is handed in afterwards gives the same fault.
/// </summary>
/// <param name="version">5 or 4. A server starts with 5 and sets <see cref="Version"/> when it has the CONNECT.</param>
/// <param name="maximumPacketSize">Largest packet that is taken, in bytes with the fixed header; checked on the fixed header alone.</param>
public sealed class MqttReader(int version, int maximumPacketSize)
{
    public int Version { get; set; } = version;

    public int MaximumPacketSize { get; set; } = maximumPacketSize;

    /// <summary>Why this stream is over; null while it is well.</summary>
    public MqttFault? Fault { get; private set; }

    /// <summary>Finds the packet at the start of <paramref name="input"/> and decodes it.</summary>
    /// <param name="input">What the link delivered and was not consumed before.</param>
    /// <param name="consumed">Bytes to drop from the front; 0 unless there is a packet.</param>
    /// <param name="packet">The packet; owns all its bytes.</param>
    public MqttReadStatus TryRead(ReadOnlySpan<byte> input, out int consumed, out MqttPacket? packet)
    {
        packet = null;
        consumed = 0;
        MqttReadStatus status = TryReadFrame(input, out MqttFrame frame);
        if (status != MqttReadStatus.Packet)
        {
            return status;
        }

        packet = Decode(frame);
        consumed = packet is null ? 0 : frame.Length;
        return packet is null ? MqttReadStatus.Fault : MqttReadStatus.Packet;
    }

    /// <summary>As above, over a chain of buffers; what was consumed is cut from <paramref name="input"/>.</summary>
    public MqttReadStatus TryRead(ref ReadOnlySequence<byte> input, out MqttPacket? packet)
    {
        ReadOnlySpan<byte> span = input.FirstSpan;
        if (!input.IsSingleSegment)
        {
            // The header says how much must be in one piece; until it is all there nothing is copied.
            Span<byte> header = stackalloc byte[5];
            int have = (int)Math.Min(header.Length, input.Length);
            input.Slice(0, have).CopyTo(header);
            MqttReadStatus status = Measure(header[..have], out _, out int total);
            if (status != MqttReadStatus.Packet || total > input.Length)
            {
                packet = null;
                return status == MqttReadStatus.Fault ? status : MqttReadStatus.NeedMore;
            }

            span = total <= span.Length ? span : input.Slice(0, total).ToArray();
        }

        MqttReadStatus result = TryRead(span, out int consumed, out packet);
        input = input.Slice(consumed);
        return result;
    }

    /// <summary>Finds the packet at the start of <paramref name="input"/> without decoding it.</summary>
    public MqttReadStatus TryReadFrame(ReadOnlySpan<byte> input, out MqttFrame frame)
    {
        frame = default;
        MqttReadStatus status = Measure(input, out int header, out int total);
        if (status != MqttReadStatus.Packet)
        {
            return status;
        }

        if (input.Length < total)
        {
            return MqttReadStatus.NeedMore;
        }

        frame = new MqttFrame(input[0], input[header..total], total);
        return MqttReadStatus.Packet;
    }

    /// <returns>The packet; null when it is malformed, see <see cref="Fault"/>.</returns>
    public MqttPacket? Decode(MqttFrame frame)
    {
        MqttPacket? packet = PacketDecoder.Decode(frame, Version, out MqttFault? fault);
        Fault ??= fault;
        return packet;
    }

    private MqttReadStatus Measure(ReadOnlySpan<byte> input, out int header, out int total)
    {
        header = total = 0;
        if (Fault is not null)
        {
            return MqttReadStatus.Fault;
        }

        if (input.IsEmpty)
        {
            return MqttReadStatus.NeedMore;
        }

        Fault = FixedHeader.Check(input[0], Version);
        if (Fault is not null)
        {
            return MqttReadStatus.Fault;
        }

        return MeasureLength(input, ref header, ref total);
    }

    private MqttReadStatus MeasureLength(ReadOnlySpan<byte> input, ref int header, ref int total)
    {
        OperationStatus status = VariableByteInteger.TryRead(
            input[1..], Version >= MqttVersion.V5, out uint remaining, out int length);
        if (status == OperationStatus.NeedMoreData)
        {
            return MqttReadStatus.NeedMore;
        }

        header = 1 + length;
        total = header + (int)remaining;
        Fault = status == OperationStatus.InvalidData ? MqttFault.RemainingLength
            : total > MaximumPacketSize ? MqttFault.TooLarge
            : null;
        return Fault is null ? MqttReadStatus.Packet : MqttReadStatus.Fault;
    }
}
