using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>Reads the section <c>dahua</c> of a device; whatever is not said keeps the default of <see cref="DahuaProfile"/>.</summary>
public static class DahuaProfileReader
{
    private static readonly DahuaProfile s_default = new();

    public static DahuaProfile Read(JsonSection json)
    {
        var profile = new DahuaProfile
        {
            RealUtc = json.Flag("realUtc", s_default.RealUtc),
            LocalAsUtc = json.Flag("localAsUtc", s_default.LocalAsUtc),
            LocaleTime = json.Flag("localeTime", s_default.LocaleTime),
            LaneBase = json.Count("laneBase", s_default.LaneBase, 0, 1),
            JunkLines = json.Flag("junkLines", s_default.JunkLines),
            GluedHeaders = json.Flag("gluedHeaders", s_default.GluedHeaders),
            ExpectsTrue = json.Choice("expects", s_default.ExpectsTrue, ("result-true", true), ("200", false)),
            KeepsFiles = json.Choice("recovery", s_default.KeepsFiles, ("replay", false), ("files", true)),
        };
        json.Done();
        return profile;
    }
}
