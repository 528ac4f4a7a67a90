using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Pictures;

/// <summary>What the bytes of a picture themselves say of it; what the device claims is not looked at.</summary>
public static class PictureFormat
{
    /// <returns>The media type by magic bytes, or null when it is no picture known here.</returns>
    public static string? MediaType(ReadOnlySpan<byte> picture) => picture switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "image/bmp",
        _ => null,
    };

    /// <summary>Reads width and height in pixels from the first start-of-frame segment of a JPEG.</summary>
    /// <returns>Null when it is no JPEG, is cut before its frame header, or its sizes are zero.</returns>
    public static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> picture)
    {
        if (picture is not [0xFF, 0xD8, 0xFF, ..])
        {
            return null;
        }

        var rest = picture[2..];
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            int skip = Segment(rest, out var size);
            if (skip == 0 || skip >= rest.Length)
            {
                return size;
            }

            rest = rest[skip..];
        }

        return null;
    }

    // Bytes to skip; 0 ends the search.
    private static int Segment(ReadOnlySpan<byte> at, out (int Width, int Height)? size)
    {
        size = null;
        switch (at[1])
        {
            case 0xFF:
                return 1;
            case 0x01 or (>= 0xD0 and <= 0xD7):
                return 2;
            case 0xD9 or 0xDA:
                return 0;
            case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                int height = BinaryPrimitives.ReadUInt16BigEndian(at[5..]);
                int width = BinaryPrimitives.ReadUInt16BigEndian(at[7..]);
                size = width > 0 && height > 0 ? (width, height) : null;
                return 0;
            default:
                return 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(at[2..]));
        }
    }
}
