using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Abstractions;

public class DecodeClockTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData("2026-11-22T03:32:00")]
    [InlineData("2026-11-22T03:32:00Z")]
    [InlineData("2026-11-22T11:32:00+08:00")]
    public void Read_Received_IsUtcWhereNoZoneStandsBeside(string text)
    {
        Assert.Null(DecodeClock.Read(new Dictionary<string, string> { ["received"] = text }, _time, out var received));

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 3, 32, 0, TimeSpan.Zero), received);
    }

    [Theory]
    [InlineData("+08:00", 8)]
    [InlineData("-5", -5)]
    [InlineData("Z", 0)]
    [InlineData("5:30", 5.5)]
    public void Read_Zone_AsPeopleWriteIt(string text, double hours)
    {
        Assert.Null(DecodeClock.Read(new Dictionary<string, string> { ["zone"] = text }, _time, out var received, out var zone));

        Assert.Equal((_time.GetUtcNow(), TimeSpan.FromHours(hours)), (received, zone));
    }

    [Theory]
    [InlineData("received", "yesterday", "received is no ISO 8601 time")]
    [InlineData("zone", "15", "zone is no offset")]
    [InlineData("zone", "east", "zone is no offset")]
    public void Read_WhatMakesNoSense_IsSaid(string name, string text, string why)
    {
        var mistake = DecodeClock.Read(new Dictionary<string, string> { [name] = text }, _time, out _, out _);

        Assert.Equal("bad-option", mistake!.Fault);
        Assert.StartsWith(why, mistake.Why, StringComparison.Ordinal);
    }
}
