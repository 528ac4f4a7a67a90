using EdgeGateway.Protocol.Pictures;

namespace EdgeGateway.Tests.Protocol.Pictures;

public class PictureFormatTests
{
    private const string Head = "FFD8FFE000104A46494600010100000100010000";

    [Theory]
    [InlineData(Head + "FFC0000B08043807800101110000", 1920, 1080)]
    [InlineData(Head + "FFFFC2000B08043807800101110000", 1920, 1080)]
    [InlineData(Head + "FFC400040000FFC0000B08000807800101110000", 1920, 8)]
    public void JpegSize_FrameHeader_GivesPixels(string hex, int width, int height) =>
        Assert.Equal((width, height), PictureFormat.JpegSize(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("FFD8FFD9")]
    [InlineData(Head)]
    [InlineData(Head + "FFC0000B08")]
    [InlineData(Head + "FFC0000B08000000000101110000")]
    [InlineData(Head + "FFE1FFFF0000000000000000")]
    [InlineData(Head + "FFE10000FFE10000FFE100000000")]
    [InlineData("89504E470D0A1A0A0000000000")]
    public void JpegSize_NoFrameHeader_IsUnknown(string hex) => Assert.Null(PictureFormat.JpegSize(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("FFD8FF", "image/jpeg")]
    [InlineData("89504E470D0A1A0A", "image/png")]
    [InlineData("424D0000000000000000", "image/bmp")]
    [InlineData("3C786D6C", null)]
    [InlineData("FFD8", null)]
    public void MediaType_Magic_GivesType(string hex, string? type) => Assert.Equal(type, PictureFormat.MediaType(Convert.FromHexString(hex)));
}
