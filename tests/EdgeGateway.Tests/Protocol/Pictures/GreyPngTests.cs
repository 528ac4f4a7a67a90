using EdgeGateway.Protocol.Pictures;

namespace EdgeGateway.Tests.Protocol.Pictures;

public sealed class GreyPngTests
{
    [Fact]
    public void End_TwoRows_AreReadBack()
    {
        using var png = new GreyPng(3, 2);
        png.Add([0, 1, 2]);
        png.Add([253, 254, 255]);

        var read = PngGrey.Read(png.End());

        Assert.Equal((3, 2), (read.Width, read.Height));
        Assert.Equal([0, 1, 2, 253, 254, 255], read.Pixels);
    }

    /// <summary>The chunk IEND is the same in every PNG, its check sum too.</summary>
    [Fact]
    public void End_LastChunk_HasTheKnownCheckSum()
    {
        using var png = new GreyPng(1, 1);
        png.Add([7]);

        Assert.Equal("0000000049454e44ae426082", Convert.ToHexStringLower(png.End()[^12..]));
    }
}
