using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Tests.Protocol.Mavlink;

/// <summary>Frames made byte by byte, apart from the writer of the product.</summary>
internal static class MavMade
{
    /// <summary>Random, without start bytes and without a NUL at the end; texts inside stay ASCII.</summary>
    public static byte[] Payload(Random random, int length)
    {
        var payload = new byte[length];
        for (int i = 0; i < length; i++)
        {
            payload[i] = (byte)random.Next(32, 127);
        }

        return payload;
    }

    /// <summary>Version 2.</summary>
    public static byte[] Frame(int id, ReadOnlySpan<byte> payload, byte sequence = 0, byte system = 1, byte component = 1, byte? crcExtra = null)
    {
        byte[] frame =
        [
            0xFD, (byte)payload.Length, 0, 0, sequence, system, component, (byte)id, (byte)(id >> 8), (byte)(id >> 16), .. payload, 0, 0,
        ];
        Seal(frame, frame.Length - 2, crcExtra ?? MavMessages.Find(id)!.CrcExtra);
        return frame;
    }

    /// <summary>Version 1.</summary>
    public static byte[] FrameV1(byte id, ReadOnlySpan<byte> payload, byte sequence = 0, byte? crcExtra = null)
    {
        byte[] frame = [0xFE, (byte)payload.Length, sequence, 1, 1, id, .. payload, 0, 0];
        Seal(frame, frame.Length - 2, crcExtra ?? MavMessages.Find(id)!.CrcExtra);
        return frame;
    }

    private static void Seal(byte[] frame, int end, byte crcExtra)
    {
        uint crc = 0xFFFF;
        foreach (byte one in frame[1..end].Append(crcExtra))
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8408 : crc >> 1;
            }
        }

        (frame[end], frame[end + 1]) = ((byte)crc, (byte)(crc >> 8));
    }
}
