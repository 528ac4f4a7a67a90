using System.Text;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Tests.Protocol.Contract;

public class UtcMillisecondsTests
{
    [Theory]
    [InlineData("2026-11-22T03:32:00.1209Z", "2026-11-22T03:32:00.120Z")]
    [InlineData("2026-11-22T03:32:00+08:00", "2026-11-21T19:32:00.000Z")]
    [InlineData("2026-12-31T23:59:59.999-05:30", "2027-01-01T05:29:59.999Z")]
    public void Text_OfAnyZone_IsUtc(string time, string text)
    {
        var moment = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        byte[] bytes = new byte[UtcMilliseconds.Length];

        UtcMilliseconds.Write(moment, bytes);

        Assert.Equal(text, UtcMilliseconds.Text(moment));
        Assert.Equal(text, Encoding.UTF8.GetString(bytes));
    }
}
