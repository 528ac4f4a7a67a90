namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// Takes one element after the other out of BER (ITU-T X.690): definite lengths only, in the short form or in any long one
/// of up to four bytes. It does not descend by itself: whoever takes an element decides whether to look inside, so depth is
/// bounded by the code that reads.
/// </summary>
/// <param name="bytes">The content to walk through.</param>
internal ref struct BerReader(ReadOnlySpan<byte> bytes)
{
    private const byte LongForm = 0x80;
    private const int MostLengthBytes = 4;

    /// <summary>A tag number of 31 says that the tag goes on in further bytes; nothing in SNMP has one.</summary>
    private const byte MultiByteTag = 0x1F;

    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <returns>False when the element does not fit into what is left; nothing was taken then.</returns>
    public bool TryTake(out byte tag, out ReadOnlySpan<byte> content)
    {
        tag = 0;
        content = default;
        if (_rest.Length < 2 || (_rest[0] & MultiByteTag) == MultiByteTag || !TryLength(_rest[1..], out int used, out int length))
        {
            return false;
        }

        var behind = _rest[(1 + used)..];
        if (length > behind.Length)
        {
            return false;
        }

        tag = _rest[0];
        content = behind[..length];
        _rest = behind[length..];
        return true;
    }

    /// <returns>False as well when the element has another tag.</returns>
    public bool TryTake(byte expected, out ReadOnlySpan<byte> content) => TryTake(out byte tag, out content) && tag == expected;

    /// <summary>A signed INTEGER of 1 to 8 bytes; longer forms than needed are taken.</summary>
    public bool TryInteger(out long value)
    {
        value = 0;
        return TryTake(BerTag.Integer, out var content) && TrySigned(content, out value);
    }

    public static bool TrySigned(ReadOnlySpan<byte> content, out long value)
    {
        value = content is [>= 0x80, ..] ? -1 : 0;
        foreach (byte one in content)
        {
            value = (value << 8) | one;
        }

        return content.Length is > 0 and <= 8;
    }

    private static bool TryLength(ReadOnlySpan<byte> bytes, out int used, out int length)
    {
        (used, length) = (1, bytes[0]);
        if (bytes[0] < LongForm)
        {
            return true;
        }

        int count = bytes[0] & ~LongForm;
        if (count is 0 or > MostLengthBytes || bytes.Length < 1 + count)
        {
            return false;
        }

        long value = 0;
        foreach (byte one in bytes.Slice(1, count))
        {
            value = (value << 8) | one;
        }

        (used, length) = (1 + count, (int)Math.Min(value, int.MaxValue));
        return true;
    }
}
