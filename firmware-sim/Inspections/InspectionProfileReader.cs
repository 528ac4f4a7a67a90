using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Inspections;

/// <summary>Reads <see cref="InspectionProfile"/>.</summary>
public static class InspectionProfileReader
{
    private static readonly InspectionProfile s_usual = new();

    public static InspectionProfile Read(JsonSection json)
    {
        var profile = new InspectionProfile
        {
            Dialect = json.Choice("dialect", s_usual.Dialect, ("json", InspectionDialect.Json), ("text", InspectionDialect.Text)),
            HeartbeatPeriod = json.Duration("heartbeatPeriod", s_usual.HeartbeatPeriod),
            Chunk = json.Count("chunk", s_usual.Chunk, 0, 65_536),
            Pictures = json.Flag("pictures", s_usual.Pictures),
            RepeatEvery = json.Count("repeatEvery", 0, 0, int.MaxValue),
            UnknownEvery = json.Count("unknownEvery", 0, 0, int.MaxValue),
            BrokenEvery = json.Count("brokenEvery", 0, 0, int.MaxValue),
            UpFor = json.Duration("upFor", s_usual.UpFor),
            DownFor = json.Duration("downFor", s_usual.DownFor),
            RetryPause = json.Duration("retryPause", s_usual.RetryPause),
        };
        json.Done();
        return profile;
    }
}
