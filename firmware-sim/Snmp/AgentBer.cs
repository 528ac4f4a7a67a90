namespace EdgeGateway.Sim.Snmp;

/// <summary>The agent's own BER, enough for its questions and answers.</summary>
public static class AgentBer
{
    public static byte[] Wrap(byte tag, params byte[][] parts)
    {
        byte[] content = [.. parts.SelectMany(part => part)];
        // A long form where a short one would do is legal, and agents write it.
        return content.Length < 128
            ? [tag, (byte)content.Length, .. content]
            : [tag, 0x82, (byte)(content.Length / 256), (byte)(content.Length % 256), .. content];
    }

    public static byte[] Whole(int value)
    {
        byte[] bytes = [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
        int skip = 0;
        while (skip < 3 && bytes[skip] == (bytes[skip + 1] < 128 ? 0 : 255))
        {
            skip++;
        }

        return Wrap(0x02, bytes[skip..]);
    }

    /// <summary>A number without sign under any tag, as counters are written: never mistaken for a negative one.</summary>
    public static byte[] Count(byte tag, ulong value)
    {
        var digits = new Stack<byte>();
        do
        {
            digits.Push((byte)(value % 256));
            value /= 256;
        }
        while (value > 0);

        if (digits.Peek() > 127)
        {
            digits.Push(0);
        }

        return Wrap(tag, [.. digits]);
    }

    /// <summary>Takes the first element off.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static (byte Tag, byte[] Content) Take(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2)
        {
            throw new FormatException("cut off");
        }

        int head = 2;
        int length = bytes[1];
        if (length >= 128)
        {
            head += length - 128;
            if (length is 128 or > 132 || bytes.Length < head)
            {
                throw new FormatException("no length");
            }

            length = bytes[2..head].ToArray().Aggregate(0, (sum, one) => checked((sum * 256) + one));
        }

        if (bytes.Length - head < length)
        {
            throw new FormatException("cut off");
        }

        var taken = (bytes[0], bytes.Slice(head, length).ToArray());
        bytes = bytes[(head + length)..];
        return taken;
    }

    public static int Number(byte[] content) => content.Aggregate(content.Length > 0 && content[0] > 127 ? -1 : 0, (sum, one) => unchecked((sum << 8) | one));
}
