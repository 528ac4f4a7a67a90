using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

public sealed class MissingReportsTests
{
    private static readonly ConfirmationLimits s_limits = new();

    private readonly FakeTimeProvider _time = new();
    private readonly MissingReports _reports;

    public MissingReportsTests() => _reports = new MissingReports(s_limits, _time);

    [Fact]
    public void Note_StillMissingAfterTheWait_IsDueOnceAndThenLater()
    {
        Assert.Empty(_reports.Note([(5, 9)]));
        _time.Advance(s_limits.ResendAfter - TimeSpan.FromMilliseconds(1));
        Assert.Empty(_reports.Note([(5, 9)]));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([(5, 9)], _reports.Note([(5, 9)]));
        _time.Advance(s_limits.ResendAfter);
        Assert.Empty(_reports.Note([(5, 9)]));
        _time.Advance(s_limits.ResendAfter);
        Assert.Equal([(5, 9)], _reports.Note([(5, 9)]));
    }

    [Fact]
    public void Note_RangeGrowsAndShrinks_EveryPartHasItsOwnAge()
    {
        _reports.Note([(10, 20)]);
        _time.Advance(s_limits.ResendAfter / 2);
        Assert.Empty(_reports.Note([(5, 12), (18, 30)]));
        _time.Advance(s_limits.ResendAfter / 2);
        Assert.Equal([(10, 12), (18, 20)], _reports.Note([(5, 12), (18, 30)]));
        _time.Advance(s_limits.ResendAfter / 2);
        Assert.Equal([(5, 9), (21, 30)], _reports.Note([(5, 12), (18, 30)]));
    }

    [Fact]
    public void Note_ArrivedInBetween_BeginsAnewWhenItIsMissingAgain()
    {
        _reports.Note([(1, 1)]);
        _time.Advance(s_limits.ResendAfter);
        _reports.Note([]);
        Assert.Empty(_reports.Note([(1, 1)]));
    }

    [Fact]
    public void Note_EveryPartForAnHour_NeverWaitsLongerThanTheMost()
    {
        int due = 0;
        for (int minute = 0; minute < 60; minute++)
        {
            due += _reports.Note([(1, 3)]).Count;
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        // 1, 2, 3, 4, 6, 9 minutes, then every five.
        Assert.InRange(due, 12, 18);
    }
}
