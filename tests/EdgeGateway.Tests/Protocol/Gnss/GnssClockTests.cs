using EdgeGateway.Protocol.Gnss;

namespace EdgeGateway.Tests.Protocol.Gnss;

public sealed class GnssClockTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, null)]
    [InlineData(7166, null)]
    [InlineData(7167, 1)]
    [InlineData(7168, 1)]
    [InlineData(7169, 1)]
    [InlineData(7170, null)]
    [InlineData(14336, 2)]
    [InlineData(-7168, null)]
    public void AfterRollover_SoManyDaysBehind_IsPutRight(int days, int? turns) =>
        Assert.Equal(turns is null ? null : s_now - TimeSpan.FromDays(days) + TimeSpan.FromDays(7168 * turns.Value), GnssClock.AfterRollover(s_now.AddDays(-days), s_now));

    [Fact]
    public void FixMoment_Rollover_KeepsBothTimes() =>
        Assert.Equal(new FixMoment(s_now, "2007-04-08T03:32:00Z", FixMoment.WeekRollover), FixMoment.Of("033200", "080407", s_now));

    [Fact]
    public void FixMoment_TwoRollovers_ReadAsTheEndOfTheCentury() =>
        Assert.Equal((s_now, FixMoment.WeekRollover), (FixMoment.Of("033200", "230887", s_now).Time, FixMoment.Of("033200", "230887", s_now).Flag));

    [Fact]
    public void FixMoment_TenMinutesOff_IsBelieved()
    {
        Assert.Equal(new FixMoment(s_now.AddMinutes(10), null, null), FixMoment.Of("034200", "221126", s_now));
        Assert.Equal(new FixMoment(s_now.AddMinutes(-10), null, null), FixMoment.Of("032200", "221126", s_now));
        Assert.Equal(new FixMoment(s_now.AddDays(-3), null, null), FixMoment.Of("033200", "191126", s_now));
    }

    [Fact]
    public void FixMoment_FarAhead_IsNotBelieved() => Assert.Equal(new FixMoment(null, "2030-01-01T00:00:00Z", FixMoment.Future), FixMoment.Of("000000", "010130", s_now));

    [Theory]
    [InlineData("250000", "221126", "221126 250000")]
    [InlineData("033200", "310226", "310226 033200")]
    [InlineData("033200", null, "033200")]
    [InlineData("::::::", "221126", "221126 ::::::")]
    public void FixMoment_NoTime_KeepsTheText(string? time, string? date, string raw) => Assert.Equal(new FixMoment(null, raw, FixMoment.Unreadable), FixMoment.Of(time, date, s_now));

    [Fact]
    public void FixMoment_Nothing_IsNothing() => Assert.Equal(default, FixMoment.Of(null, null, s_now));

    [Theory]
    [InlineData(12, 31, 2026)]
    [InlineData(1, 2, 2027)]
    [InlineData(4, 11, 2027)]
    [InlineData(6, 1, 2026)]
    [InlineData(2, 29, 2028)]
    public void NearestYear_NearNow_IsChosen(int month, int day, int year) =>
        Assert.Equal(new DateTimeOffset(year, month, day, 10, 15, 0, TimeSpan.FromHours(8)), GnssClock.NearestYear(month, day, new TimeSpan(10, 15, 0), TimeSpan.FromHours(8), s_now));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(13, 1)]
    [InlineData(2, 30)]
    [InlineData(1, 0)]
    public void NearestYear_NoSuchDay_IsNone(int month, int day) => Assert.Null(GnssClock.NearestYear(month, day, default, default, s_now));

    [Theory]
    [InlineData(3, 22)]
    [InlineData(15, 22)]
    [InlineData(16, 21)]
    public void NearestDay_NearNow_IsChosen(int hour, int day) =>
        Assert.Equal(new DateTimeOffset(2026, 11, day, hour, 0, 0, TimeSpan.Zero), GnssClock.NearestDay(TimeSpan.FromHours(hour), s_now));

    [Theory]
    [InlineData("100538.00", 10, 5, 38, 0)]
    [InlineData("235960", 23, 59, 59, 0)]
    [InlineData("123204.5", 12, 32, 4, 500)]
    public void TimeOfDay_AsReceiversWriteIt_IsRead(string text, int hour, int minute, int second, int milliseconds) =>
        Assert.Equal(new TimeSpan(0, hour, minute, second, milliseconds), GnssText.TimeOfDay(text));

    [Theory]
    [InlineData("240000")]
    [InlineData("006000")]
    [InlineData("000061")]
    [InlineData("12320")]
    [InlineData("1232045")]
    [InlineData("123204.x")]
    [InlineData("")]
    public void TimeOfDay_NoTime_IsNone(string text) => Assert.Null(GnssText.TimeOfDay(text));
}
