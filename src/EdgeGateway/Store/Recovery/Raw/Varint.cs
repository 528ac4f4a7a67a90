namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>SQLite's integers of one to nine bytes, big-endian, seven bits a byte and eight in the ninth.</summary>
internal static class Varint
{
    private const int Most = 9;

    /// <returns>Bytes taken; 0 when the bytes end too early.</returns>
    public static int Read(ReadOnlySpan<byte> from, out long value)
    {
        ulong bits = 0;
        for (int i = 0; i < Most && i < from.Length; i++)
        {
            if (i == Most - 1)
            {
                value = (long)((bits << 8) | from[i]);
                return Most;
            }

            bits = (bits << 7) | (from[i] & 0x7fu);
            if (from[i] < 0x80)
            {
                value = (long)bits;
                return i + 1;
            }
        }

        value = 0;
        return 0;
    }
}
