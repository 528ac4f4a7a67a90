using System.Text.Json.Nodes;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

/// <summary>One folder under Captures/xray-dicos: a whole file in hex and what is expected of it.</summary>
internal sealed class DicosCapture
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "xray-dicos");

    private DicosCapture(string folder)
    {
        File = Convert.FromHexString(string.Concat(System.IO.File.ReadAllLines(Path.Combine(folder, "file.hex"))));
        string fault = Path.Combine(folder, "expected.fault");
        Fault = System.IO.File.Exists(fault) ? System.IO.File.ReadAllText(fault).Trim() : null;
        Expected = Fault is null ? JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsObject() : [];
        Origin = System.IO.File.ReadAllText(Path.Combine(folder, "origin"));
    }

    /// <summary>Only those that hold one file: other captures of this driver may hold more.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetDirectories(s_root).Where(folder => System.IO.File.Exists(Path.Combine(folder, "file.hex"))).Select(folder => Path.GetFileName(folder)!).Order();

    public byte[] File { get; }

    /// <summary>The fixed word, when nothing but a fault is expected.</summary>
    public string? Fault { get; }

    public JsonObject Expected { get; }

    public string Origin { get; }

    public Dictionary<string, string> Options
    {
        get
        {
            var options = new Dictionary<string, string> { ["received"] = Expected["received"]?.GetValue<string>() ?? "2026-01-05T01:35:00Z", ["device"] = "xr-07" };
            foreach (var (name, value) in Expected["options"]?.AsObject() ?? [])
            {
                options[name] = value!.GetValue<string>();
            }

            return options;
        }
    }

    public static DicosCapture Open(string name) => new(Path.Combine(s_root, name));
}
