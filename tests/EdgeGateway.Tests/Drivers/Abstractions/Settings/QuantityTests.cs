using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.Abstractions.Settings;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("30s", 30_000)]
    [InlineData("30 s", 30_000)]
    [InlineData("1.5m", 90_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("7d", 604_800_000)]
    public void TryDuration_AsAPersonWritesIt_IsRead(string text, double milliseconds)
    {
        Assert.True(Quantity.TryDuration(text, out var span));
        Assert.Equal(milliseconds, span.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("s")]
    [InlineData("-30s")]
    [InlineData("30s\n")]
    [InlineData("30S")]
    [InlineData("30 years")]
    [InlineData("999999999999d")]
    [InlineData("１０s")]
    public void TryDuration_Otherwise_IsRefused(string text) => Assert.False(Quantity.TryDuration(text, out _));

    [Theory]
    [InlineData("0B", 0)]
    [InlineData("512KB", 524_288)]
    [InlineData("32MB", 33_554_432)]
    [InlineData("20gb", 21_474_836_480)]
    [InlineData("1.5 KB", 1_536)]
    public void TrySize_AsAPersonWritesIt_IsRead(string text, long bytes)
    {
        Assert.True(Quantity.TrySize(text, out long read));
        Assert.Equal(bytes, read);
    }

    [Theory]
    [InlineData("32")]
    [InlineData("MB")]
    [InlineData("32MB\n")]
    [InlineData("32 Mbit")]
    [InlineData("999999999999TB")]
    public void TrySize_Otherwise_IsRefused(string text) => Assert.False(Quantity.TrySize(text, out _));

    [Theory]
    [InlineData("250ms")]
    [InlineData("90s")]
    [InlineData("2h")]
    [InlineData("1d")]
    public void Write_Duration_ReadsBackAsTheSame(string text)
    {
        Assert.True(Quantity.TryDuration(text, out var span));
        Assert.Equal(text, Quantity.Write(span));
    }

    [Theory]
    [InlineData("1023B")]
    [InlineData("64KB")]
    [InlineData("20GB")]
    public void Write_Size_ReadsBackAsTheSame(string text)
    {
        Assert.True(Quantity.TrySize(text, out long bytes));
        Assert.Equal(text, Quantity.Write(bytes));
    }
}
