using System.Globalization;
using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.Tests.Protocol.Dicos;

public sealed class DicosMomentTests
{
    private static readonly TimeSpan s_zone = TimeSpan.FromHours(8);

    [Theory]
    [InlineData("20260105", "093014.25", "2026-01-05T09:30:14.2500000+08:00")]
    [InlineData("20260105", "093014", "2026-01-05T09:30:14.0000000+08:00")]
    [InlineData("20260105", "0930", "2026-01-05T09:30:00.0000000+08:00")]
    [InlineData("20260105", "09", "2026-01-05T09:00:00.0000000+08:00")]
    [InlineData("2026.01.05", "09:30:14", "2026-01-05T09:30:14.0000000+08:00")]
    [InlineData("20260105", "093014.1234567", "2026-01-05T09:30:14.1234567+08:00")]
    [InlineData("20260105", null, null)]
    [InlineData("20260105", "9", null)]
    [InlineData("20260105", "2530", null)]
    [InlineData("20260230", "0930", null)]
    [InlineData("20260105", "093014.x", null)]
    [InlineData("20260105", "093014.25.3", null)]
    [InlineData("00010101", "00", null)]
    [InlineData("today", "now", null)]
    public void Of_DateAndTime_IsCivilTime(string date, string? time, string? expected) => Assert.Equal(expected, Text(DicosMoment.Of(date, time)));

    [Theory]
    [InlineData("20260105093014.250000+0800", "2026-01-05T09:30:14.2500000+08:00")]
    [InlineData("20260105093014-0330", "2026-01-05T09:30:14.0000000-03:30")]
    [InlineData("202601050930", "2026-01-05T09:30:00.0000000+08:00")]
    [InlineData("2026010509+0000", "2026-01-05T09:00:00.0000000+00:00")]
    [InlineData("20260105", null)]
    [InlineData("20260105093014+8", null)]
    [InlineData("20260105093014+1500", null)]
    [InlineData("20260105093014+08:00", null)]
    [InlineData("99991231235959-1400", null)]
    [InlineData("2026010509301420260105093014202601", null)]
    public void Of_DateTime_KeepsItsOffset(string text, string? expected) => Assert.Equal(expected, Text(DicosMoment.Of(text)));

    [Fact]
    public void Of_Nothing_IsNothing()
    {
        Assert.Null(DicosMoment.Of(null));
        Assert.Null(DicosMoment.Of(null, "0930"));
    }

    private static string? Text(DicosMoment? moment) => moment!.At(s_zone)?.ToString("O", CultureInfo.InvariantCulture);
}
