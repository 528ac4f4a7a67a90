using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Radio;

/// <summary>Reads which failures of the field are switched on; see <see cref="RadioFaults"/>.</summary>
public static class RadioFaultsReader
{
    private const int Most = 1_000_000;

    private static readonly RadioFaults s_none = new();

    public static RadioFaults Read(JsonSection json)
    {
        JsonSection repeat = json.Section("repeat");
        JsonSection also = json.Section("also");
        JsonSection gps = json.Section("gps");
        JsonSection mute = json.Section("mute");
        var faults = new RadioFaults
        {
            Repeats = repeat.Count("times", s_none.Repeats, 0, 100),
            RepeatShare = repeat.Number("share", s_none.RepeatShare, 0, 1),
            RepeatsSameNumber = repeat.Choice("number", s_none.RepeatsSameNumber, ("same", true), ("new", false)),
            AlsoThrough = also.Has("through") ? also.Text("through", "") : null,
            AlsoShare = also.Number("share", s_none.AlsoShare, 0, 1),
            DropAckEvery = json.Count("dropAckEvery", s_none.DropAckEvery, 0, Most),
            WithholdAckEvery = json.Count("withholdAckEvery", s_none.WithholdAckEvery, 0, Most),
            IgnoresOldNumbers = json.Flag("ignoresOldNumbers", s_none.IgnoresOldNumbers),
            RebindEvery = json.Count("rebindEvery", s_none.RebindEvery, 0, Most),
            ResetEvery = json.Count("resetEvery", s_none.ResetEvery, 0, Most),
            BadChecksumShare = json.Number("badChecksumShare", s_none.BadChecksumShare, 0, 1),
            TextResult = (byte)json.Count("textResult", s_none.TextResult, 0, 255),
            OddityShare = gps.Number("share", s_none.OddityShare, 0, 1),
            Oddities = gps.Has("oddities") ? [.. gps.Texts("oddities").Select(word => Oddity(gps, word))] : s_none.Oddities,
            ClockOffset = json.Duration("clockOffset", s_none.ClockOffset),
            NoiseShare = json.Number("noiseShare", s_none.NoiseShare, 0, 1),
            CutShare = json.Number("cutShare", s_none.CutShare, 0, 1),
            SplitShare = json.Number("splitShare", s_none.SplitShare, 0, 1),
            ReplugEvery = json.Duration("replugEvery", s_none.ReplugEvery),
            OneWay = json.Flag("oneWay", s_none.OneWay),
            LostShare = json.Number("lostShare", s_none.LostShare, 0, 1),
            CoveredFor = mute.Duration("every", s_none.CoveredFor),
            MuteFor = mute.Duration("for", s_none.MuteFor),
        };
        foreach (JsonSection section in new[] { repeat, also, gps, mute, json })
        {
            section.Done();
        }

        return faults;
    }

    private static GpsOddity Oddity(JsonSection json, string word)
    {
        switch (word)
        {
            case "no-time":
                return GpsOddity.NoTime;
            case "zero":
                return GpsOddity.Zero;
            case "no-fix":
                return GpsOddity.NoFix;
            case "weeks":
                return GpsOddity.Weeks;
            default:
                json.Report("oddities", "must hold some of no-time, zero, no-fix, weeks");
                return GpsOddity.None;
        }
    }
}
