using EdgeGateway.Protocol.Viid;

namespace EdgeGateway.Tests.Protocol.Viid;

/// <summary>TM01 and the other forms of section 2.4.</summary>
public class ViidTimeTests
{
    private static readonly TimeSpan s_zone = TimeSpan.FromHours(8);

    [Theory]
    [InlineData("20240624195235", "2024-06-24T19:52:35.000+08:00", true)]
    [InlineData("2024-06-24 19:52:35", "2024-06-24T19:52:35.000+08:00", false)]
    [InlineData("2024-06-24T19:52:35", "2024-06-24T19:52:35.000+08:00", false)]
    [InlineData("2024-06-24T19:52:35.120+07:00", "2024-06-24T19:52:35.120+07:00", false)]
    [InlineData("2024-06-24T11:52:35Z", "2024-06-24T11:52:35.000+00:00", false)]
    [InlineData("1719229955", "2024-06-24T19:52:35.000+08:00", false)]
    [InlineData("1719229955480", "2024-06-24T19:52:35.480+08:00", false)]
    [InlineData("20240624195235480", "2024-06-24T19:52:35.480+08:00", false)]
    [InlineData(" 20240624195235", "2024-06-24T19:52:35.000+08:00", false)]
    public void Parse_FormsThatWereSeen_AreRead(string text, string expected, bool strict)
    {
        var time = ViidTime.Parse(text, s_zone, out bool wasStrict);

        Assert.Equal(expected, time?.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(strict, wasStrict);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("20241324195235")]
    [InlineData("00000000000000")]
    [InlineData("yesterday")]
    [InlineData("99999999999999999999999")]
    public void Parse_NoTime_IsNull(string? text) => Assert.Null(ViidTime.Parse(text, s_zone, out _));

    [Fact]
    public void Write_OtherZone_IsCivilTimeOfThePeer() =>
        Assert.Equal("20240624195235", ViidTime.Write(new DateTimeOffset(2024, 6, 24, 11, 52, 35, TimeSpan.Zero), s_zone));
}
