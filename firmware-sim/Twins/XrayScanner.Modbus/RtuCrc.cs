namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>CRC-16 of Modbus, bit by bit: initial FFFF, polynomial A001 reflected, low byte first on the line.</summary>
public static class RtuCrc
{
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0xFFFF;
        foreach (byte one in bytes)
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (ushort)((crc & 1) != 0 ? (crc >> 1) ^ 0xA001 : crc >> 1);
            }
        }

        return crc;
    }

    /// <returns>The bytes with their checksum.</returns>
    public static byte[] Sign(ReadOnlySpan<byte> bytes)
    {
        ushort crc = Of(bytes);
        return [.. bytes, (byte)crc, (byte)(crc >> 8)];
    }
}
