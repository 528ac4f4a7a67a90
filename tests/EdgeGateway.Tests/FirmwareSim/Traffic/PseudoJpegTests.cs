using System.IO.Compression;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Tests.FirmwareSim.Traffic;

public sealed class PseudoJpegTests
{
    [Fact]
    public void Make_AnySize_IsFramedAndSaysItsPixels()
    {
        byte[] picture = PseudoJpeg.Make(7, 50_000, 1920, 1080);
        Assert.Equal(50_000, picture.Length);
        Assert.Equal([0xFF, 0xD8, 0xFF], picture[..3]);
        Assert.Equal([0xFF, 0xD9], picture[^2..]);
        Assert.Equal((1920, 1080), Pixels(picture));
        Assert.DoesNotContain((byte)0xFF, picture[PseudoJpeg.ScanOffset..^2]);
    }

    [Fact]
    public void Make_SameSeed_SameBytes()
    {
        Assert.Equal(PseudoJpeg.Make(7, 9_001, 640, 480), PseudoJpeg.Make(7, 9_001, 640, 480));
        Assert.NotEqual(PseudoJpeg.Make(7, 9_001, 640, 480), PseudoJpeg.Make(8, 9_001, 640, 480));
    }

    [Fact]
    public void Make_Scan_DoesNotCompress()
    {
        byte[] picture = PseudoJpeg.Make(7, 100_000, 1920, 1080);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(picture);
        }

        Assert.True(packed.Length > 98_000, $"{packed.Length}");
    }

    /// <summary>Walks the segments as a reader of headers does.</summary>
    private static (int Width, int Height) Pixels(byte[] picture)
    {
        int at = 2;
        while (picture[at + 1] is not 0xC0)
        {
            Assert.Equal(0xFF, picture[at]);
            at += 2 + (picture[at + 2] << 8) + picture[at + 3];
        }

        return ((picture[at + 7] << 8) + picture[at + 8], (picture[at + 5] << 8) + picture[at + 6]);
    }
}
