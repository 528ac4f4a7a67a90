using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace EdgeGateway.Tests.Protocol.Pictures;

/// <summary>Reads back a PNG of 8-bit grey without filters, so far as the tests need it.</summary>
internal sealed record PngGrey(int Width, int Height, byte[] Pixels)
{
    public static PngGrey Read(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var chunks = new Dictionary<string, byte[]>();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add(Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }

        Assert.Equal(["IHDR", "IDAT", "IEND"], chunks.Keys);
        byte[] header = chunks["IHDR"];
        Assert.Equal([8, 0, 0, 0, 0], header[8..]);
        var size = (Width: BinaryPrimitives.ReadInt32BigEndian(header), Height: BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        using var rows = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress);
        var pixels = new byte[size.Width * size.Height];
        for (int y = 0; y < size.Height; y++)
        {
            Assert.Equal(0, rows.ReadByte());
            rows.ReadExactly(pixels, y * size.Width, size.Width);
        }

        Assert.Equal(-1, rows.ReadByte());
        return new PngGrey(size.Width, size.Height, pixels);
    }
}
