using System.Globalization;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.Protocol.Plates;

/// <summary>plate-camera.md sections 2.4, 3.3, 4.1 and the rows of 11.5 that one text decides.</summary>
public class DeviceTimeTests
{
    private static readonly TimeSpan s_zone = TimeSpan.FromHours(8);

    [Theory]
    [InlineData("TM01", "20240624195235", "2024-06-24T19:52:35.000+08:00", DeviceTimeForm.Digits, false)]
    [InlineData("TM03", "20231010182101925", "2023-10-10T18:21:01.925+08:00", DeviceTimeForm.Digits, false)]
    [InlineData("TM04", "2024-05-07T17:48:03.847+07:00", "2024-05-07T18:48:03.847+08:00", DeviceTimeForm.Iso, false)]
    [InlineData("TM05", "2034-01-04T15:57:03+08:00", "2034-01-04T15:57:03.000+08:00", DeviceTimeForm.Iso, false)]
    [InlineData("TM06", "2026-09-09T17:02:40", "2026-09-09T17:02:40.000+08:00", DeviceTimeForm.Iso, true)]
    [InlineData("blank", "2024-06-24 19:52:35", "2024-06-24T19:52:35.000+08:00", DeviceTimeForm.Iso, true)]
    [InlineData("push", "2026-01-14 16:02:58.157", "2026-01-14T16:02:58.157+08:00", DeviceTimeForm.Iso, true)]
    [InlineData("Z", "2024-06-24T11:52:35Z", "2024-06-24T19:52:35.000+08:00", DeviceTimeForm.Iso, false)]
    [InlineData("no seconds", "2024-06-24T19:52+08:00", "2024-06-24T19:52:00.000+08:00", DeviceTimeForm.Iso, false)]
    [InlineData("one-digit zone", "2024-06-24T19:52:35+8:00", "2024-06-24T19:52:35.000+08:00", DeviceTimeForm.Iso, false)]
    [InlineData("bare zone", "2024-06-24T19:52:35+8", "2024-06-24T19:52:35.000+08:00", DeviceTimeForm.Iso, false)]
    [InlineData("zone without colon", "2024-06-24T06:22:35-0530", "2024-06-24T19:52:35.000+08:00", DeviceTimeForm.Iso, false)]
    [InlineData("more digits", "2024-06-24T19:52:35.4809999+08:00", "2024-06-24T19:52:35.480+08:00", DeviceTimeForm.Iso, false)]
    [InlineData("two digits", "2024-06-24T19:52:35.48+08:00", "2024-06-24T19:52:35.480+08:00", DeviceTimeForm.Iso, false)]
    [InlineData("seconds", "1719229955", "2024-06-24T19:52:35.000+08:00", DeviceTimeForm.Epoch, false)]
    [InlineData("milliseconds", "1719229955480", "2024-06-24T19:52:35.480+08:00", DeviceTimeForm.Epoch, false)]
    [InlineData("around", " 20240624195235 ", "2024-06-24T19:52:35.000+08:00", DeviceTimeForm.Digits, false)]
    public void Read_EveryForm_IsTheTime(string row, string text, string expected, DeviceTimeForm form, bool assumed)
    {
        var read = DeviceTime.Read(text, s_zone);
        Assert.NotNull(read);
        Assert.Equal((row, expected), (row, read.Value.Time.ToOffset(s_zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)));
        Assert.Equal((form, assumed), (read.Value.Form, read.Value.ZoneAssumed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("171922995548")]
    [InlineData("999999999")]
    [InlineData("20241324195235")]
    [InlineData("20240230120000")]
    [InlineData("20240624246000")]
    [InlineData("00000000000000")]
    [InlineData("2024-06-24")]
    [InlineData("2024-06-24T19:52:35+15:00")]
    [InlineData("0001-01-01T00:00:00+08:00")]
    [InlineData("9999-12-31T23:59:59-08:00")]
    [InlineData("99999999999999999999")]
    [InlineData("2024-06-24T19:52:35+08:00 or so, by the clock")]
    public void Read_NoTime_IsNull(string text) => Assert.Null(DeviceTime.Read(text, s_zone));

    [Theory]
    [InlineData("TM07", 1706625295L, 305, 1706600095L, null, "2026-11-22T00:00:00Z", "2024-01-30T15:34:55.305+08:00", true)]
    [InlineData("TM08", 1670842479L, 123, null, null, "2022-12-12T10:54:41Z", "2022-12-12T18:54:39.123+08:00", false)]
    [InlineData("both alike", 1719229955L, 480, 1719229955L, null, "2024-06-24T11:52:36Z", "2024-06-24T19:52:35.480+08:00", false)]
    [InlineData("a minute apart is no zone", 1719230015L, 480, 1719229955L, null, "2024-06-24T11:52:36Z", "2024-06-24T19:52:35.480+08:00", false)]
    [InlineData("ahead by the zone", 1719258755L, null, null, null, "2024-06-24T11:52:37Z", "2024-06-24T19:52:35.000+08:00", true)]
    [InlineData("ahead by another zone", 1719255155L, null, null, null, "2024-06-24T11:52:37Z", "2024-06-25T02:52:35.000+08:00", false)]
    [InlineData("wall clock says the same", 1719258755L, null, null, "20240624195235", "2024-07-01T00:00:00Z", "2024-06-24T19:52:35.000+08:00", true)]
    [InlineData("wall clock in UTC", 1719229955L, null, null, "20240624115235", "2024-06-24T11:52:36Z", "2024-06-24T19:52:35.000+08:00", false)]
    [InlineData("wall clock differs", 1719229955L, null, null, "20240624195235", "2024-07-01T00:00:00Z", "2024-06-24T19:52:35.000+08:00", false)]
    [InlineData("odd milliseconds", 1719229955L, 1000, null, null, "2024-06-24T11:52:36Z", "2024-06-24T19:52:35.000+08:00", false)]
    public void EpochClock_EveryTrap_IsTheTime(string row, long? utc, int? milliseconds, long? real, string? wall, string received, string expected, bool local)
    {
        var read = EpochClock.Of(utc, milliseconds, real, DeviceTime.Civil(wall), s_zone, DateTimeOffset.Parse(received, CultureInfo.InvariantCulture));
        Assert.NotNull(read);
        Assert.Equal((row, expected), (row, read.Value.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)));
        Assert.Equal((local, real is not null), (read.Value.UtcIsLocal, read.Value.Real));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0L, null)]
    [InlineData(-5L, -5L)]
    [InlineData(long.MaxValue, long.MinValue)]
    [InlineData(1719229955480L, null)]
    public void EpochClock_NoTime_IsNull(long? utc, long? real) =>
        Assert.Null(EpochClock.Of(utc, 0, real, null, s_zone, DateTimeOffset.UnixEpoch));
}
