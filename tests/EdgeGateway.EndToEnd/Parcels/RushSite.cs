using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Parcels;

/// <summary>Lines with scanner, bar code reader and controller each, a gateway that joins what they tell, and what came of it.</summary>
internal sealed class RushSite : IAsyncDisposable
{
    private readonly Dictionary<string, string> _rush = [];
    private readonly int _lines;

    /// <param name="brokerPort">Where gateway and platform meet.</param>
    /// <param name="lines">How many.</param>
    public RushSite(int brokerPort, int lines)
    {
        _lines = lines;
        Site = new TestSite(brokerPort, cameras: 0);
        _rush["EDGE_FOLDER"] = Site.Folder;
        var gateway = JsonNode.Parse(File.ReadAllText(Site.Configuration))!;
        gateway["inspection"] = new JsonObject { ["stations"] = new JsonArray([.. Enumerable.Range(1, lines).Select(Station)]) };
        foreach (int line in Enumerable.Range(1, lines))
        {
            Directory.CreateDirectory(Path.Combine(Site.Folder, $"xray-{line}"));
            Array.ForEach(Devices(line), device => gateway["devices"]!.AsArray().Add(device));
        }

        File.WriteAllText(Site.Configuration, gateway.ToJsonString());
    }

    public TestSite Site { get; }

    public ChildProcess StartRush(string scenario, int seconds) =>
        ChildProcess.Start(Binaries.Simulator, ["run", scenario, "--ledger", Site.Truth, "--seconds", Text(seconds)], _rush);

    /// <summary>One line, three parcels a second, and much that is not clear.</summary>
    public string ShortScenario()
    {
        JsonObject Mix() => new() { ["alarm"] = 0.25, ["unknown"] = 0.03, ["aborted"] = 0.03, ["barcodeMissing"] = 0.08, ["barcodeLate"] = 0.08, ["barcodeDoubled"] = 0.08, ["barcodeLateBy"] = "3s", ["reviewAfter"] = "1s", ["reviewSpread"] = "2s", ["scanTakes"] = "300ms" };
        const double rate = 3;
        var scenario = new JsonObject
        {
            ["seed"] = 18,
            ["duration"] = "1h",
            ["drain"] = "0s",
            ["devices"] = new JsonArray([.. Enumerable.Range(1, _lines).SelectMany(line => new JsonNode[]
            {
                new JsonObject { ["id"] = $"xray-{line}", ["driver"] = "xray-dicos", ["line"] = $"line-{line}", ["rate"] = rate, ["folder"] = Path.Combine(Site.Folder, $"xray-{line}"), ["profile"] = new JsonObject { ["mix"] = Mix() } },
                new JsonObject { ["id"] = $"bar-{line}", ["driver"] = "barcode-reader", ["listen"] = $"127.0.0.1:{_rush[$"EDGE_BAR_{line}_PORT"]}", ["profile"] = new JsonObject { ["line"] = $"line-{line}", ["rate"] = rate, ["mix"] = Mix() } },
                new JsonObject { ["id"] = $"plc-{line}", ["driver"] = "xray-modbus", ["listen"] = $"127.0.0.1:{_rush[$"EDGE_PLC_{line}_PORT"]}", ["profile"] = new JsonObject { ["line"] = $"line-{line}", ["rate"] = rate, ["mix"] = Mix(), ["name"] = "tunnel", ["hold"] = "150ms", ["slowBy"] = "50ms", ["faults"] = new JsonObject { ["slow"] = 0.2 } } },
            })]),
        };
        string path = Path.Combine(Site.Folder, "rush.json");
        File.WriteAllText(path, scenario.ToJsonString());
        return path;
    }

    /// <summary>What bar code reader and controller said to nobody, because the gateway was dead, was promised by nobody.</summary>
    public void ForgiveStreams(DateTimeOffset from, DateTimeOffset to)
    {
        string[] lines = [.. File.ReadLines(Site.Truth).Select(line =>
        {
            var told = JsonNode.Parse(line)!;
            bool scanned = told["device"]!.GetValue<string>().StartsWith("xray", StringComparison.Ordinal);
            if (!scanned && told["at"]!.GetValue<DateTimeOffset>() is var at && at >= from && at <= to)
            {
                told["told"] = "none";
            }

            return told.ToJsonString();
        })];
        File.WriteAllLines(Site.Truth, lines);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static JsonNode Station(int line) => new JsonObject
    {
        ["code"] = $"st-{line}",
        ["devices"] = new JsonObject { ["scanners"] = new JsonArray($"xray-{line}"), ["barcodes"] = new JsonArray($"bar-{line}"), ["plcs"] = new JsonArray($"plc-{line}") },
        ["expects"] = new JsonArray("scan", "picture", "barcode", "plc"),
        ["settleAfter"] = "2500ms",
        ["finalAfter"] = RunSize.Long ? "60s" : "10s",
        ["timing"] = new JsonArray(new JsonObject { ["device"] = $"plc-{line}", ["behind"] = "150ms", ["tolerance"] = "600ms" }),
    };

    private JsonObject[] Devices(int line)
    {
        (int reader, int belt) = (TestSite.FreePort(), TestSite.FreePort());
        (_rush[$"EDGE_BAR_{line}_PORT"], _rush[$"EDGE_PLC_{line}_PORT"]) = (Text(reader), Text(belt));
        return
        [
            new JsonObject { ["id"] = $"xray-{line}", ["driver"] = "xray-dicos", ["folder"] = Path.Combine(Site.Folder, $"xray-{line}"), ["settle"] = "500ms" },
            new JsonObject { ["id"] = $"bar-{line}", ["driver"] = "barcode-reader", ["port"] = $"tcp://127.0.0.1:{Text(reader)}" },
            new JsonObject
            {
                ["id"] = $"plc-{line}", ["driver"] = "xray-modbus", ["tcp"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = belt }, ["parcelEvery"] = "100ms",
                ["units"] = new JsonArray(new JsonObject { ["name"] = "tunnel", ["unit"] = 1, ["map"] = "default" }),
            },
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
