using System.Text.Json;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Tests.FirmwareSim.Radio;

public sealed class RadioProfileReaderTests
{
    [Fact]
    public void Read_Nothing_IsAWellBehavedSiteOfTen()
    {
        (RadioProfile profile, List<Mistake> mistakes) = Read("{}");
        Assert.Empty(mistakes);
        Assert.Equal(10, profile.Radios);
        Assert.Equal((0, 0, 0.0, false, 0.0), (profile.Faults.Repeats, profile.Faults.RebindEvery, profile.Faults.OddityShare, profile.Faults.OneWay, profile.Faults.LostShare));
    }

    [Fact]
    public void Read_EveryWord_IsUnderstood()
    {
        (RadioProfile profile, List<Mistake> mistakes) = Read("""
            {"radios":3,"firstId":77,"subnet":12,"group":5,"site":{"lat":1.5,"lon":2.5,"radiusM":9},"registers":false,"reportEvery":"2s","rssi":false,"textEvery":"0s","callEvery":"3s","callFor":"1s",
             "deviceId":9,"heartbeat":"1s","answer":{"timeout":"300ms","retries":1,"text":"-1s"},"screen":"s.jsonl","emergencies":[{"radio":2,"at":"4s"},{"file":"press"}],
             "faults":{"repeat":{"times":2,"share":0.5,"number":"same"},"also":{"through":"b","share":0.25},"dropAckEvery":3,"withholdAckEvery":4,"ignoresOldNumbers":true,"rebindEvery":5,"resetEvery":6,
              "badChecksumShare":0.1,"textResult":8,"gps":{"share":0.2,"oddities":["weeks","no-fix"]},"clockOffset":"-10m","noiseShare":0.3,"cutShare":0.4,"splitShare":0.5,"replugEvery":"7s","oneWay":true,
              "lostShare":0.7,"mute":{"every":"8s","for":"2s"}}}
            """);
        Assert.Empty(mistakes);
        Assert.Equal((3, 77, 12, 5), (profile.Radios, profile.FirstId, profile.Subnet, profile.Group));
        Assert.Equal(new RadioSite(1.5, 2.5, 9), profile.Site);
        Assert.Equal([new RadioEmergency(2, TimeSpan.FromSeconds(4), null), new RadioEmergency(1, null, "press")], profile.Emergencies);
        Assert.Equal((TimeSpan.FromMilliseconds(300), 1, TimeSpan.FromSeconds(-1)), (profile.AckTimeout, profile.Retries, profile.TextAnswer));
        RadioFaults faults = profile.Faults;
        Assert.Equal((2, 0.5, true, "b", 0.25), (faults.Repeats, faults.RepeatShare, faults.RepeatsSameNumber, faults.AlsoThrough, faults.AlsoShare));
        Assert.Equal((3, 4, true, 5, 6, 0.1, 8), (faults.DropAckEvery, faults.WithholdAckEvery, faults.IgnoresOldNumbers, faults.RebindEvery, faults.ResetEvery, faults.BadChecksumShare, faults.TextResult));
        Assert.Equal([GpsOddity.Weeks, GpsOddity.NoFix], faults.Oddities);
        Assert.Equal((0.2, 0.3, 0.4, 0.5, 0.7), (faults.OddityShare, faults.NoiseShare, faults.CutShare, faults.SplitShare, faults.LostShare));
        Assert.Equal((-10.0, 7.0, 8.0, 2.0), (faults.ClockOffset.TotalMinutes, faults.ReplugEvery.TotalSeconds, faults.CoveredFor.TotalSeconds, faults.MuteFor.TotalSeconds));
        Assert.True(faults.OneWay);
    }

    [Theory]
    [InlineData("""{"radois":1}""", "radois: is not known here")]
    [InlineData("""{"radios":0}""", "radios: must be a whole number from 1")]
    [InlineData("""{"reportEvery":"500ms"}""", "reportEvery: must be at least 1s")]
    [InlineData("""{"heartbeat":"0s"}""", "heartbeat: must be longer than nothing")]
    [InlineData("""{"emergencies":[{"radio":1}]}""", "emergencies[0].at: say at")]
    [InlineData("""{"emergencies":[{"at":"1s","when":2}]}""", "emergencies[0].when: is not known here")]
    [InlineData("""{"faults":{"repeat":{"number":"other"}}}""", "faults.repeat.number: must be one of same, new")]
    [InlineData("""{"faults":{"gps":{"oddities":["drunk"]}}}""", "faults.gps.oddities: must hold some of")]
    [InlineData("""{"faults":{"lostShare":1.5}}""", "faults.lostShare: must be a number from 0 to 1")]
    [InlineData("""{"faults":{"repeat":{"tiems":1}}}""", "faults.repeat.tiems: is not known here")]
    [InlineData("""{"faults":{"fire":1}}""", "faults.fire: is not known here")]
    public void Read_Mistake_IsNamedWithItsPath(string json, string expected) =>
        Assert.Contains(Read(json).Mistakes, mistake => mistake.ToString().StartsWith(expected, StringComparison.Ordinal));

    private static (RadioProfile Profile, List<Mistake> Mistakes) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var mistakes = new List<Mistake>();
        return (RadioProfileReader.Read(new JsonSection(document.RootElement, "", mistakes)), mistakes);
    }
}
