using System.Globalization;
using System.Text.Json;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads a scenario file; every mistake is named with its path, all at once.</summary>
public static class ScenarioReader
{
    /// <exception cref="MistakesException">The file cannot be used.</exception>
    public static Scenario ReadFile(string file)
    {
        var mistakes = new List<Mistake>();
        JsonElement root = JsonFile.Read(file, "(file)", mistakes) ?? throw new MistakesException(mistakes);
        return Read(root, Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    /// <param name="root">The scenario as JSON.</param>
    /// <param name="folder">Where profile files are looked for.</param>
    /// <exception cref="MistakesException">Holds every mistake.</exception>
    public static Scenario Read(JsonElement root, string folder)
    {
        var mistakes = new List<Mistake>();
        var json = new JsonSection(root, "", mistakes);
        var profiles = new ProfileLibrary(json.Section("profiles"), folder, mistakes);
        IReadOnlyList<ScenarioDevice> devices = DeviceReader.ReadAll(json, profiles);
        profiles.CheckUnused(Cameras.CameraProfileReader.Read);
        var scenario = new Scenario
        {
            Seed = (ulong)json.Count("seed", 1, 0, int.MaxValue),
            Start = Start(json),
            Duration = json.Has("duration") ? json.Duration("duration", TimeSpan.Zero) : null,
            Drain = json.Duration("drain", TimeSpan.FromSeconds(15)),
            Devices = devices,
            Faults = [.. json.Sections("faults").Select(fault => FaultReader.Read(fault, devices))],
        };
        if (scenario.Duration is null && devices.Any(device => device.Count == long.MaxValue))
        {
            json.Report("duration", "is missing, and not every device has a count: the run would never end");
        }

        json.Text("note", "");
        json.Done();
        return mistakes.Count == 0 ? scenario : throw new MistakesException(mistakes);
    }

    private static DateTimeOffset? Start(JsonSection json)
    {
        if (!json.Has("start"))
        {
            return null;
        }

        if (DateTimeOffset.TryParse(json.Text("start", ""), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset start))
        {
            return start;
        }

        json.Report("start", "must be a time such as \"2026-11-22T03:32:00Z\"");
        return null;
    }
}
