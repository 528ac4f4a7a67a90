using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Hytera;

/// <summary>One datagram of a repeater or fixed station (pdt-radio.md section 3). It has no checksum of its own.</summary>
/// <param name="Type">The bits; those not named are kept.</param>
/// <param name="Number">Sequence number, echoed by acknowledgements.</param>
/// <param name="Options">In the order of the wire; written, and announced by the type bit, when there are any.</param>
/// <param name="Payload">One HDAP message, or nothing, or RTP.</param>
public sealed record HstrpFrame(HstrpType Type, ushort Number, IReadOnlyList<HstrpOption> Options, ReadOnlyMemory<byte> Payload)
{
    public const int HeadLength = 6;

    /// <summary>Of a whole datagram.</summary>
    public const int Longest = 2048;

    private const byte More = 0x80;

    /// <summary>Which repeater says it, when it says so.</summary>
    public uint? DeviceId => Options.FirstOrDefault(option => option is { Command: HstrpOption.DeviceId, Value.Length: 4 }) is { } found ? BinaryPrimitives.ReadUInt32BigEndian(found.Value.Span) : null;

    /// <summary>1 or 2, when it says so.</summary>
    public byte? Slot => Options.FirstOrDefault(option => option is { Command: HstrpOption.Channel, Value.Length: 1 })?.Value.Span[0];

    public bool IsAck => Type.HasFlag(HstrpType.Ack);

    public bool IsHeartbeat => Type.HasFlag(HstrpType.Heartbeat);

    /// <summary>Whether the peer waits for an acknowledgement: everything but acknowledgements and heartbeats.</summary>
    public bool WantsAck => (Type & (HstrpType.Ack | HstrpType.Heartbeat)) == 0;

    public static HstrpFrame Heartbeat(ushort number = 0) => new(HstrpType.Heartbeat, number, [], default);

    public static HstrpFrame Connect(ushort number, params IReadOnlyList<HstrpOption> options) => new(HstrpType.Connect, number, options, default);

    public static HstrpFrame Close(ushort number, params IReadOnlyList<HstrpOption> options) => new(HstrpType.Close, number, options, default);

    /// <param name="number">The next number of this direction.</param>
    /// <param name="message">A written HDAP message.</param>
    /// <param name="options">Device and slot, as the peer's own frames carry them.</param>
    public static HstrpFrame Data(ushort number, ReadOnlyMemory<byte> message, params IReadOnlyList<HstrpOption> options) => new(HstrpType.Data, number, options, message);

    /// <summary>Repeats number, kind and options, never the payload.</summary>
    public HstrpFrame Acknowledge() => this with { Type = Type | HstrpType.Ack, Payload = default };

    /// <exception cref="ArgumentException">Longer than <see cref="Longest"/>, or an option over 255 bytes.</exception>
    public static byte[] Write(HstrpFrame frame)
    {
        int length = HeadLength + frame.Options.Sum(option => 2 + option.Value.Length) + frame.Payload.Length;
        if (length > Longest || frame.Options.Any(option => option.Value.Length > byte.MaxValue))
        {
            throw new ArgumentException("An HSTRP datagram has at most 2048 bytes and an option at most 255.", nameof(frame));
        }

        var bytes = new byte[length];
        var type = frame.Options.Count > 0 ? frame.Type | HstrpType.Options : frame.Type & ~HstrpType.Options;
        (bytes[0], bytes[1], bytes[3]) = ((byte)'2', (byte)'B', (byte)type);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4), frame.Number);
        var at = bytes.AsSpan(HeadLength);
        for (int i = 0; i < frame.Options.Count; i++)
        {
            var (command, value) = frame.Options[i];
            at[0] = (byte)(command | (i < frame.Options.Count - 1 ? More : 0));
            at[1] = (byte)value.Length;
            value.Span.CopyTo(at[2..]);
            at = at[(2 + value.Length)..];
        }

        frame.Payload.Span.CopyTo(at);
        return bytes;
    }

    /// <param name="datagram">One datagram.</param>
    /// <param name="fault">One of <see cref="HyteraFaults"/> when there is no frame.</param>
    /// <returns>The frame, which owns its bytes; null with a fault.</returns>
    public static HstrpFrame? TryRead(ReadOnlySpan<byte> datagram, out string? fault)
    {
        fault = datagram switch
        {
            { Length: > Longest } => HyteraFaults.HstrpTooLong,
            [not (byte)'2', ..] or [_, not (byte)'B', ..] => HyteraFaults.HstrpStart,
            { Length: < HeadLength } => HyteraFaults.HstrpCut,
            [_, _, not 0, ..] => HyteraFaults.HstrpVersion,
            _ => null,
        };
        if (fault is not null)
        {
            return null;
        }

        var type = (HstrpType)datagram[3];
        var left = datagram[HeadLength..];
        var options = new List<HstrpOption>();
        if (type.HasFlag(HstrpType.Options) && !ReadOptions(ref left, options))
        {
            fault = HyteraFaults.HstrpCut;
            return null;
        }

        return new HstrpFrame(type, BinaryPrimitives.ReadUInt16BigEndian(datagram[4..]), options, left.ToArray());
    }

    private static bool ReadOptions(ref ReadOnlySpan<byte> left, List<HstrpOption> options)
    {
        for (bool more = true; more;)
        {
            if (left.Length < 2 || left.Length < 2 + left[1])
            {
                return false;
            }

            more = (left[0] & More) != 0;
            options.Add(new HstrpOption((byte)(left[0] & ~More), left.Slice(2, left[1]).ToArray()));
            left = left[(2 + options[^1].Value.Length)..];
        }

        return true;
    }
}
