using System.Text;
using EdgeGateway.Protocol.Dahua;

namespace EdgeGateway.Tests.Protocol.Dahua;

/// <summary>The picture of an ITSAPI passage travels as base64, which not every firmware ends as it should.</summary>
public sealed class TollgatePictureTests
{
    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(10, 2)]
    public void Read_PictureWithoutItsPadding_IsTheWholePicture(int length, int left)
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Range(1, length - 6).Select(static i => (byte)i), 0xFF, 0xD9];
        string text = Convert.ToBase64String(jpeg);
        string cut = text.TrimEnd('=') + new string('=', Math.Max(0, text.Count(static c => c == '=') - left));

        Assert.Equal(jpeg, Read(cut));
    }

    [Theory]
    [InlineData("20240624/1.jpg")]
    [InlineData("AAAA")]
    [InlineData("/9j/4")]
    public void Read_TextThatIsNoPicture_IsAReference(string text) => Assert.Empty(Read(text));

    private static byte[] Read(string content)
    {
        string body = $"{{\"Picture\":{{\"NormalPic\":{{\"Content\":\"{content}\",\"PicName\":\"1.jpg\"}},\"Plate\":{{\"IsExist\":true,\"PlateNumber\":\"苏A00001\"}}}}}}";
        var picture = Notification.Read(Encoding.UTF8.GetBytes(body), null).Passage!.Pictures.Single();
        return picture.Content.ToArray();
    }
}
