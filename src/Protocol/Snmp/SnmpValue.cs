using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Snmp;

/// <summary>A value as it came.</summary>
/// <param name="Tag">One of <see cref="BerTag"/>, or what the agent wrote instead.</param>
/// <param name="Content">Its bytes without tag and length.</param>
public sealed record SnmpValue(byte Tag, ReadOnlyMemory<byte> Content)
{
    /// <summary>Of an INTEGER, a counter, a gauge or a time, none of which has more than 32 bits (RFC 3416); null for anything else.</summary>
    public long? Whole => Tag switch
    {
        BerTag.Integer when BerReader.TrySigned(Content.Span, out long value) && value is >= int.MinValue and <= int.MaxValue => value,
        BerTag.Counter or BerTag.Gauge or BerTag.TimeTicks => Narrow(Content.Span),
        _ => null,
    };

    /// <summary>
    /// Of a counter of 32 or 64 bits, a gauge, a time, or an INTEGER that is not negative; null for anything else. Agents that leave
    /// out the leading zero of a large counter are understood.
    /// </summary>
    public ulong? Count => Tag switch
    {
        BerTag.Counter or BerTag.Gauge or BerTag.TimeTicks => Narrow(Content.Span),
        BerTag.Counter64 => Unsigned(Content.Span),
        BerTag.Integer when Whole is >= 0 and var value => (ulong)value,
        _ => null,
    };

    /// <summary>Of an OCTET STRING; null for anything else.</summary>
    public ReadOnlyMemory<byte>? Octets => Tag == BerTag.OctetString ? Content : null;

    /// <summary>Of an Opaque that holds a single-precision number, as Net-SNMP writes it (tag 9f78, four bytes, big endian); null for anything else and for what is no number.</summary>
    public double? Float => Tag == BerTag.Opaque && Content.Span is [0x9F, 0x78, 4, _, _, _, _] && BinaryPrimitives.ReadSingleBigEndian(Content.Span[3..]) is var value && float.IsFinite(value) ? value : null;

    /// <summary>Version 2c: there is no such object, no such row, or nothing behind it.</summary>
    public bool IsAbsent => Tag is BerTag.NoSuchObject or BerTag.NoSuchInstance or BerTag.EndOfMibView;

    private static uint? Narrow(ReadOnlySpan<byte> content) => Unsigned(content) is { } value and <= uint.MaxValue ? (uint)value : null;

    private static ulong? Unsigned(ReadOnlySpan<byte> content)
    {
        if (content is [0, _, _, _, _, _, _, _, _])
        {
            content = content[1..];
        }

        ulong value = 0;
        foreach (byte one in content)
        {
            value = (value << 8) | one;
        }

        return content.Length is > 0 and <= 8 ? value : null;
    }
}

/// <summary>One object with its value.</summary>
public sealed record VarBind(ObjectId Name, SnmpValue Value);
