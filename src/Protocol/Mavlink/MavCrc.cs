namespace EdgeGateway.Protocol.Mavlink;

/// <summary>CRC-16/MCRF4XX (drone.md section 1.4): starts with FFFF, reflected polynomial 8408, nothing at the end.</summary>
public static class MavCrc
{
    public const ushort Start = 0xFFFF;

    private const int Polynomial = 0x8408;
    private static readonly ushort[] s_table = Table();

    /// <param name="bytes">What is added.</param>
    /// <param name="crc">Of what came before.</param>
    public static ushort Of(ReadOnlySpan<byte> bytes, ushort crc = Start)
    {
        ushort[] table = s_table;
        uint value = crc;
        foreach (byte one in bytes)
        {
            value = (value >> 8) ^ table[(byte)(value ^ one)];
        }

        return (ushort)value;
    }

    /// <summary>One byte more.</summary>
    public static ushort With(ushort crc, byte one) => (ushort)((crc >> 8) ^ s_table[(byte)(crc ^ one)]);

    private static ushort[] Table()
    {
        var table = new ushort[256];
        for (int value = 0; value < table.Length; value++)
        {
            int crc = value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            table[value] = (ushort)crc;
        }

        return table;
    }
}
