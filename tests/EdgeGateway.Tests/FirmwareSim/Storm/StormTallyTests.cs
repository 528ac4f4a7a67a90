using EdgeGateway.Sim.Storm;

namespace EdgeGateway.Tests.FirmwareSim.Storm;

public sealed class StormTallyTests
{
    private readonly List<string> _said = [];

    [Fact]
    public void Report_Outage_MeasuresFromTheFirstBackToTheLast()
    {
        StormTally tally = Whole(3);
        Assert.Null(tally.Report().AllBackMs);
        Fall(tally, 3);
        foreach (int at in new[] { 5000, 5050, 7000 })
        {
            tally.Attempt(Ms(at - 1));
            tally.Connected(Ms(at));
        }

        StormReport report = tally.Report();
        Assert.Equal((3, 3, 0, 2000.0), (report.Sessions, report.Connected, report.GaveUp, report.AllBackMs));
        Assert.Equal((3, 2, 2), (report.Reconnects.Count, report.Reconnects.MostIn100Ms, report.Reconnects.MostIn1S));
        Assert.Equal([2, 0, 1], report.Reconnects.PerSecond);
        Assert.Equal(3, report.Attempts.Count);
        Assert.Equal(["3 of 3 sessions are connected", "3 of 3 sessions are connected"], _said);
    }

    [Fact]
    public void Report_NotAllBack_HasNoTime()
    {
        StormTally tally = Whole(2);
        Fall(tally, 2);
        tally.Connected(Ms(5000));
        Assert.Equal((1, null), (tally.Report().Connected, tally.Report().AllBackMs));
        tally.GaveUp(Ms(6000));
        Assert.Equal((1, 1, 1000.0), (tally.Report().Connected, tally.Report().GaveUp, tally.Report().AllBackMs));
    }

    [Fact]
    public void Report_SecondOutage_IsMeasuredByItself()
    {
        StormTally tally = Whole(1);
        Fall(tally, 1);
        tally.Connected(Ms(1000));
        Fall(tally, 1);
        tally.Connected(Ms(9000));
        Assert.Equal(0, tally.Report().AllBackMs);
    }

    [Fact]
    public void Rate_WindowsThatBeginAnywhere_AreFound()
    {
        StormRate rate = StormRate.Of([Ms(90), Ms(110), Ms(189), Ms(190), Ms(950), Ms(1080), Ms(1090)]);
        Assert.Equal((7, 3, 6), (rate.Count, rate.MostIn100Ms, rate.MostIn1S));
        Assert.Equal([6, 1], rate.PerSecond);
        Assert.Empty(StormRate.Of([]).PerSecond);
    }

    private static TimeSpan Ms(int value) => TimeSpan.FromMilliseconds(value);

    private static void Fall(StormTally tally, int sessions)
    {
        for (int i = 0; i < sessions; i++)
        {
            tally.Fell();
        }
    }

    private StormTally Whole(int sessions)
    {
        var tally = new StormTally(sessions, _said.Add);
        for (int i = 0; i < sessions; i++)
        {
            tally.Attempt(Ms(i));
            tally.Connected(Ms(i));
        }

        return tally;
    }
}
