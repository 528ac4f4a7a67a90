namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Names of records: UUIDs of version 7 (RFC 9562 section 5.7), unique for ever and in the order of their time.</summary>
internal sealed class RecordIds(TimeProvider time, Random random)
{
    public string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        long milliseconds = time.GetUtcNow().ToUnixTimeMilliseconds();
        for (int i = 0; i < 6; i++)
        {
            bytes[i] = (byte)(milliseconds >> (40 - (8 * i)));
        }

        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
