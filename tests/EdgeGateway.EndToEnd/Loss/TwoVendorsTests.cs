using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Loss;

/// <summary>Sixteen cameras of three languages over the same roads, and every fault that their twins know, against the whole gateway.</summary>
public sealed class TwoVendorsTests(ITestOutputHelper output)
{
    private const string Token = "two-vendors";
    private const string Password = "Pass-1234";
    private const string Checkpoint = "34020000001210000001";

    private static readonly string s_scenario = Path.Combine(Binaries.Root, "firmware-sim/Scenarios/two-vendors-bad-night.json");

    private static int Seconds => RunSize.Long ? 180 : 30;

    [Fact]
    public async Task BadNight_SixteenCamerasOfThreeLanguages_NothingIsLostAlteredOrInventedAndPassagesMeet()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 0);
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "token"), Token);
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "password"), Password);
        var environment = await AddDevicesAsync(site);
        site.StartWatch(broker.Port);
        var gateway = site.StartGateway();
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(30), () => gateway.Output);
        await using var night = ChildProcess.Start(
            Binaries.Simulator, ["run", s_scenario, "--ledger", site.Truth, "--seconds", Seconds.ToString(CultureInfo.InvariantCulture)], environment);
        Assert.True(await night.ExitAsync(TimeSpan.FromSeconds(Seconds + 120)) == 0, night.Output);

        var verdict = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(60), "--only-acknowledged");
        string all = (await site.VerifyAsync()).Line;
        var (passages, shared) = Passages(site.Received);
        output.WriteLine($"{verdict.Line}; with what only went into a stream: {all}; {shared} of {passages} passages were seen by several cameras");
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}");
        Assert.Contains(" invented 0 ", verdict.All, StringComparison.Ordinal);
        Assert.True(site.TruthLines > 15 * Seconds, $"only {site.TruthLines} readings");
        Assert.True(shared > passages / 10, $"only {shared} of {passages} passages were seen by several cameras");
    }

    /// <returns>How many passages came, and how many of them were seen by several cameras; the readings of one passage tell the same plate.</returns>
    private static (int All, int Shared) Passages(string received)
    {
        var passages = new Dictionary<string, (HashSet<string> Devices, HashSet<string> Plates)>();
        foreach (string line in File.ReadLines(received))
        {
            using var json = JsonDocument.Parse(line);
            JsonElement reading = json.RootElement;
            if (reading.TryGetProperty("passage", out JsonElement passage))
            {
                var known = passages.TryGetValue(passage.GetString()!, out var before) ? before : ([], []);
                known.Devices.Add(reading.GetProperty("device").GetString()!);
                known.Plates.Add(reading.TryGetProperty("plate", out JsonElement plate) ? plate.GetString()! : "");
                passages[passage.GetString()!] = known;
            }
        }

        Assert.All(passages.Values, static one => Assert.Single(one.Plates));
        return (passages.Count, passages.Values.Count(static one => one.Devices.Count > 1));
    }

    /// <summary>Gives the gateway the devices of the scenario.</summary>
    /// <returns>What the scenario wants to know of this run.</returns>
    private static async Task<Dictionary<string, string>> AddDevicesAsync(TestSite site)
    {
        var gateway = JsonNode.Parse(await File.ReadAllTextAsync(site.Configuration))!;
        var environment = new Dictionary<string, string>
        {
            ["EDGE_INBOX_PORT"] = Text(site.InboxPort), ["EDGE_TOKEN"] = Token, ["EDGE_CAMERA_PASSWORD"] = Password,
        };
        foreach (JsonNode? device in JsonNode.Parse(await File.ReadAllTextAsync(s_scenario))!["devices"]!.AsArray())
        {
            int port = TestSite.FreePort();
            string id = device!["id"]!.GetValue<string>();
            environment[$"EDGE_{id.ToUpperInvariant().Replace('-', '_')}_PORT"] = Text(port);
            gateway["devices"]!.AsArray().Add(Device(id, device, port));
        }

        await File.WriteAllTextAsync(site.Configuration, gateway.ToJsonString());
        return environment;
    }

    private static JsonObject Device(string id, JsonNode device, int port)
    {
        string driver = device["driver"]!.GetValue<string>();
        bool pull = device["mode"]?.GetValue<string>() == "pull";
        var entry = new JsonObject { ["id"] = id, ["driver"] = driver, ["checkpoint"] = Checkpoint };
        switch (driver)
        {
            case "viid-camera":
                entry["deviceId"] = device["profile"]!["deviceId"]!.GetValue<string>();
                break;
            case "dahua-anpr":
                entry["mode"] = pull ? "snap" : "push";
                break;
            default:
                entry["direction"] = pull ? "pull" : "push";
                break;
        }

        if (pull)
        {
            (entry["host"], entry["port"], entry["user"]) = ("127.0.0.1", port, "admin");
        }

        string secret = pull || driver == "viid-camera" ? "password" : "token";
        entry[secret] = new JsonObject { ["file"] = secret };
        return entry;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
