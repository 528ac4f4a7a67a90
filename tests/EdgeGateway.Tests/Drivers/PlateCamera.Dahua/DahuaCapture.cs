using System.Text.Json.Nodes;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Dahua;

/// <summary>One folder under Captures/dahua-anpr.</summary>
internal sealed class DahuaCapture
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "dahua-anpr");

    private DahuaCapture(string folder)
    {
        Frames = File.ReadAllBytes(Path.Combine(folder, "frames.bin"));
        string faults = Path.Combine(folder, "expected.fault");
        Faults = File.Exists(faults) ? File.ReadAllLines(faults) : null;
        Expected = Faults is null ? JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsObject() : [];
        HasOrigin = File.Exists(Path.Combine(folder, "origin"));
    }

    public static IEnumerable<string> Names => Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order();

    public byte[] Frames { get; }

    /// <summary>Fixed words when nothing but faults is expected.</summary>
    public string[]? Faults { get; }

    public JsonObject Expected { get; }

    public bool HasOrigin { get; }

    public string Received => Expected["received"]?.GetValue<string>() ?? "2026-11-22T00:00:00Z";

    public static DahuaCapture Open(string name) => new(Path.Combine(s_root, name));
}
