using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Radio;

/// <summary>The two repeaters of the patrol, a gateway that may order them about, and what came of it.</summary>
internal sealed class RadioSite : IAsyncDisposable
{
    private static readonly string s_scenario = Path.Combine(Binaries.Root, "firmware-sim/Scenarios/patrol-night.json");

    private readonly Dictionary<string, string> _patrol;
    private readonly string _keys;

    private RadioSite(TestSite site, string keys, Dictionary<string, string> patrol) => (Site, _keys, _patrol) = (site, keys, patrol);

    public TestSite Site { get; }

    /// <summary>Its appearance presses the red button.</summary>
    public string Button => Path.Combine(Site.Folder, "button");

    /// <summary>Texts that the radios show, one JSON line each.</summary>
    public string Screen => Path.Combine(Site.Folder, "screen.jsonl");

    public string[] Screens => File.Exists(Screen) ? Whole(Screen) : [];

    /// <param name="brokerPort">Where gateway and platform meet.</param>
    /// <param name="textAnswer">How long a text is on the air.</param>
    public static async Task<RadioSite> BuildAsync(int brokerPort, string textAnswer = "200ms")
    {
        var site = new TestSite(brokerPort, cameras: 0);
        string keys = Path.Combine(site.Folder, "keys");
        await using var keygen = ChildProcess.Start(Binaries.Simulator, ["keygen", "--out", keys]);
        Assert.Equal(0, await keygen.ExitAsync(TimeSpan.FromSeconds(30)));
        var patrol = new Dictionary<string, string> { ["EDGE_EMERGENCY_AT"] = "1h", ["EDGE_TEXT_ANSWER"] = textAnswer };
        var gateway = JsonNode.Parse(await File.ReadAllTextAsync(site.Configuration))!;
        foreach (string id in new[] { "rep-1", "rep-2" })
        {
            int first = RepeaterEntry.FreePorts();
            patrol[$"EDGE_{id.ToUpperInvariant().Replace('-', '_')}_PORT"] = Text(first);
            gateway["devices"]!.AsArray().Add(RepeaterEntry.Of(id, first, entry =>
            {
                entry["network"] = "patrol";
                entry["commands"] = new JsonArray("radio.send-text");
            }));
        }

        await File.WriteAllTextAsync(site.Configuration, gateway.ToJsonString());
        var radios = new RadioSite(site, keys, patrol);
        (patrol["EDGE_BUTTON"], patrol["EDGE_SCREEN"]) = (radios.Button, radios.Screen);
        return radios;
    }

    public ChildProcess StartGateway() => Site.StartGateway(new Dictionary<string, string>
    {
        ["EDGEGATEWAY__commands__keys__0__id"] = "ops",
        ["EDGEGATEWAY__commands__keys__0__publicKey__file"] = Path.Combine(_keys, "public.pem"),
        ["EDGEGATEWAY__commands__keys__0__may__0"] = "*",
        ["EDGEGATEWAY__commands__keys__0__devices__0"] = "*",
    });

    public ChildProcess StartPatrol(int seconds) =>
        ChildProcess.Start(Binaries.Simulator, ["run", s_scenario, "--ledger", Site.Truth, "--seconds", Text(seconds)], _patrol);

    /// <returns>The program that signs and sends the order and waits for its end.</returns>
    public ChildProcess Order(string id, int to, string text, string wait) => ChildProcess.Start(
        Binaries.Simulator,
        [
            "command", "--broker", $"mqtt://127.0.0.1:{Text(Site.BrokerPort)}", "--site", "440100000012100001", "--gateway", "gw-test", "--device", "rep-1",
            "--name", "radio.send-text", "--args", $$"""{"to":{{Text(to)}},"kind":"individual","text":"{{text}}"}""",
            "--key", Path.Combine(_keys, "private.pem"), "--id", id, "--wait", wait,
        ]);

    /// <summary>Every whole reading that the platform has, in the order in which it came.</summary>
    public IReadOnlyList<JsonElement> Readings()
    {
        var readings = new List<JsonElement>();
        foreach (string line in Whole(Site.Received))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("type").GetString() == "reading")
            {
                readings.Add(json.RootElement.Clone());
            }
        }

        return readings;
    }

    /// <summary>The last line may be half written.</summary>
    private static string[] Whole(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        string text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static string Kind(JsonElement reading) => reading.GetProperty("kind").GetString()!;

    public static string? Said(JsonElement reading, string name) =>
        reading.TryGetProperty("data", out JsonElement data) && data.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
