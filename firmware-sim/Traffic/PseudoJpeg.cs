using System.Buffers.Binary;

namespace EdgeGateway.Sim.Traffic;

/// <summary>
/// Bytes that every reader of JPEG headers takes for a picture of the right size, and that do not compress: a true frame
/// around random scan data. Nobody needs to see it, everybody must carry it unchanged.
/// </summary>
public static class PseudoJpeg
{
    /// <summary>Where the scan begins: bytes from here to the last two may be anything but FF.</summary>
    public const int ScanOffset = 20 + 69 + 19 + 14;

    /// <summary>The smallest picture that can be made.</summary>
    public const int LeastBytes = ScanOffset + 34;

    /// <param name="seed">Same seed, same bytes.</param>
    /// <param name="bytes">Length, at least <see cref="LeastBytes"/>.</param>
    /// <param name="width">Pixels, 1 to 65535.</param>
    /// <param name="height">Pixels, 1 to 65535.</param>
    public static byte[] Make(ulong seed, int bytes, int width, int height)
    {
        var picture = new byte[Math.Max(bytes, LeastBytes)];
        Head(picture, width, height);
        Span<byte> scan = picture.AsSpan(ScanOffset, picture.Length - ScanOffset - 2);
        new SeededRandom(seed).Fill(scan);
        scan.Replace((byte)0xFF, (byte)0x7F);
        picture[^2] = 0xFF;
        picture[^1] = 0xD9;
        return picture;
    }

    private static void Head(Span<byte> picture, int width, int height)
    {
        ReadOnlySpan<byte> start =
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00,
            0xFF, 0xDB, 0x00, 0x43, 0x00,
        ];
        start.CopyTo(picture);
        picture.Slice(25, 64).Fill(16);
        ReadOnlySpan<byte> frame = [0xFF, 0xC0, 0x00, 0x11, 0x08, 0, 0, 0, 0, 0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x00, 0x03, 0x11, 0x00];
        frame.CopyTo(picture[89..]);
        BinaryPrimitives.WriteUInt16BigEndian(picture[94..], (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(picture[96..], (ushort)width);
        ReadOnlySpan<byte> scan = [0xFF, 0xDA, 0x00, 0x0C, 0x03, 0x01, 0x00, 0x02, 0x11, 0x03, 0x11, 0x00, 0x3F, 0x00];
        scan.CopyTo(picture[108..]);
    }
}
