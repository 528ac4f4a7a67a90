using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Radio;

/// <summary>The two repeaters of the patrol, a gateway that may order them about, and what came of it.</summary>
internal sealed class RadioSite : IAsyncDisposable
{
    private static readonly string s_scenario = Path.Combine(Binaries.Root, "firmware-sim/Scenarios/patrol-night.json");

    private static int s_nextPort = 21_000 + (Environment.ProcessId * 37 % 9_000);

    private readonly Dictionary<string, string> _patrol;
    private readonly string _keys;

    private RadioSite(TestSite site, string keys, Dictionary<string, string> patrol) => (Site, _keys, _patrol) = (site, keys, patrol);

    public TestSite Site { get; }

    /// <summary>Its appearance presses the red button.</summary>
    public string Button => Path.Combine(Site.Folder, "button");

    /// <summary>Texts that the radios show, one JSON line each.</summary>
    public string Screen => Path.Combine(Site.Folder, "screen.jsonl");

    public string[] Screens => File.Exists(Screen) ? File.ReadAllLines(Screen) : [];

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
            int first = FreePorts(10);
            patrol[$"EDGE_{id.ToUpperInvariant().Replace('-', '_')}_PORT"] = Text(first);
            gateway["devices"]!.AsArray().Add(Repeater(id, first));
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
        string text = File.ReadAllText(Site.Received);
        foreach (string line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("type").GetString() == "reading")
            {
                readings.Add(json.RootElement.Clone());
            }
        }

        return readings;
    }

    public static string Kind(JsonElement reading) => reading.GetProperty("kind").GetString()!;

    public static string? Said(JsonElement reading, string name) =>
        reading.TryGetProperty("data", out JsonElement data) && data.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static JsonObject Repeater(string id, int first)
    {
        (string Service, int Offset)[] services = [("rrs", 0), ("lp", 2), ("tmp", 6), ("rcp", 8)];
        var (ports, own) = (new JsonObject(), new JsonObject());
        foreach (var (service, offset) in services)
        {
            foreach (int slot in new[] { 1, 2 })
            {
                ports[$"{service}{slot}"] = first + offset + slot - 1;
                own[$"{service}{slot}"] = 0;
            }
        }

        return new JsonObject
        {
            ["id"] = id, ["driver"] = "hytera-repeater", ["host"] = "127.0.0.1", ["ports"] = ports, ["localPorts"] = own,
            ["network"] = "patrol", ["commands"] = new JsonArray("radio.send-text"),
        };
    }

    /// <returns>The first of so many UDP ports in a row that nobody has now.</returns>
    private static int FreePorts(int count)
    {
        while (true)
        {
            int first = Interlocked.Add(ref s_nextPort, count) - count;
            var sockets = new List<Socket>();
            try
            {
                for (int port = first; port < first + count; port++)
                {
                    sockets.Add(new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp));
                    sockets[^1].Bind(new IPEndPoint(IPAddress.Loopback, port));
                }

                return first;
            }
            catch (SocketException) when (first < 32_000)
            {
                // Somebody has one of them.
            }
            finally
            {
                sockets.ForEach(socket => socket.Dispose());
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
