using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.HotList;

/// <summary>The platform says what it looks for, the link goes, cars pass, the link comes back.</summary>
public sealed class HotListOutageTests
{
    [Fact]
    public async Task Hit_FoundWhileTheLinkWasCut_IsTheFirstThingDelivered()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var proxy = new CuttableProxy(broker.Port);
        await using var site = new TestSite(proxy.Port, cameras: 2);
        var watch = site.StartWatch(broker.Port);
        string keys = Path.Combine(site.Folder, "keys");
        await using var keygen = ChildProcess.Start(Binaries.Simulator, ["keygen", "--out", keys]);
        Assert.Equal(0, await keygen.ExitAsync(TimeSpan.FromSeconds(30)));
        var gateway = site.StartGateway(Environment(keys, Path.Combine(site.Folder, "stick")));
        await Wait.UntilAsync(() => gateway.Output.Contains(": connected", StringComparison.Ordinal), TimeSpan.FromSeconds(30), () => gateway.Output);

        await PutAsync(broker.Port, Path.Combine(keys, "private.pem"), "粤B3????");
        proxy.Cut();
        await ImportAsync(site, Path.Combine(keys, "private.pem"), "粤B7????", gateway);
        await LoadAsync(site);
        int before = Seen(site).Count;
        proxy.Mend();
        await Wait.UntilAsync(() => Seen(site).Count(one => one.Kind == "plate.read") >= 80, TimeSpan.FromSeconds(30), () => File.ReadAllText(site.Received) + watch.Output);

        var behind = Seen(site)[before..];
        var hits = behind.Where(one => one.Kind == "plate.hit").ToList();
        Assert.NotEmpty(hits);
        Assert.Equal("plate.hit", behind[0].Kind);
        Assert.All(behind.SkipWhile(one => one.Kind == "plate.hit"), one => Assert.NotEqual("plate.hit", one.Kind));
        Assert.Equal(Plates(behind, "plate.read").Count(plate => plate[2] is '3' or '7'), hits.Count);
        Assert.All(hits, hit => Assert.Contains(behind, read => read.Kind == "plate.read" && read.Seq > hit.Seq && read.Plate == hit.Plate));
        Assert.Contains("\"state\": \"done\"", await File.ReadAllTextAsync(Path.Combine(site.Folder, "stick", "list.jsonl.result.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_KilledInTheMiddle_BeginsAgainAndIsWhole()
    {
        const int Entries = 60_000;
        await using var site = new TestSite(TestSite.FreePort(), cameras: 1);
        string keys = Path.Combine(site.Folder, "keys");
        await using var keygen = ChildProcess.Start(Binaries.Simulator, ["keygen", "--out", keys]);
        Assert.Equal(0, await keygen.ExitAsync(TimeSpan.FromSeconds(30)));
        string stick = Path.Combine(site.Folder, "stick");
        Directory.CreateDirectory(stick);
        await File.WriteAllLinesAsync(Path.Combine(stick, "list.jsonl"), Enumerable.Range(0, Entries).Select(i => Entry($"粤B{i:00000}", $"e-{i}").ToJsonString()));
        await using var sign = ChildProcess.Start(Binaries.Simulator, ["hotlist-sign", Path.Combine(stick, "list.jsonl"), "--key", Path.Combine(keys, "private.pem")]);
        Assert.Equal(0, await sign.ExitAsync(TimeSpan.FromSeconds(30)));
        var environment = Environment(keys, stick);
        string lists = Path.Combine(site.Folder, "store", "hotlist");

        await KillInTheMiddleAsync(site, environment, lists, stick);
        var gateway = site.StartGateway(environment);
        await Wait.UntilAsync(() => File.Exists(Path.Combine(stick, "list.jsonl.result.json")), TimeSpan.FromSeconds(60), () => gateway.Output);

        Assert.Contains($"\"taken\": {Entries}", await File.ReadAllTextAsync(Path.Combine(stick, "list.jsonl.result.json")), StringComparison.Ordinal);
        Assert.Equal(["@platform.list"], Directory.EnumerateFiles(lists).Select(Path.GetFileName));
    }

    /// <summary>An import takes half a second: whoever comes too late begins anew.</summary>
    private static async Task KillInTheMiddleAsync(TestSite site, Dictionary<string, string> environment, string lists, string stick)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            var killed = site.StartGateway(environment);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            while (!IsBegun(lists) && !IsThere(lists) && watch.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(1);
            }

            await killed.KillAsync();
            if (!IsThere(lists))
            {
                Assert.True(Directory.Exists(lists), killed.Output);
                return;
            }

            Directory.Delete(Path.Combine(site.Folder, "store"), recursive: true);
            File.Delete(Path.Combine(stick, "list.jsonl.result.json"));
        }

        Assert.Fail("the import was never met in its middle");
    }

    private static bool IsBegun(string lists) =>
        Directory.Exists(lists) && Directory.EnumerateFiles(lists, "*.new").Any(static file => new FileInfo(file) is { Exists: true, Length: > 500_000 });

    private static bool IsThere(string lists) => Directory.Exists(lists) && Directory.EnumerateFiles(lists, "*.list").Any();

    private static Dictionary<string, string> Environment(string keys, string stick) => new()
    {
        ["EDGEGATEWAY__commands__keys__0__id"] = "ops",
        ["EDGEGATEWAY__commands__keys__0__publicKey__file"] = Path.Combine(keys, "public.pem"),
        ["EDGEGATEWAY__commands__keys__0__may__0"] = "hotlist.*",
        ["EDGEGATEWAY__commands__keys__0__devices__0"] = "gateway",
        ["EDGEGATEWAY__hotList__importFolder"] = stick,
    };

    private static async Task PutAsync(int port, string key, string plate)
    {
        var args = new JsonObject { ["entries"] = new JsonArray(Entry(plate)) };
        await using var put = ChildProcess.Start(Binaries.Simulator, [
            "command", "--broker", $"mqtt://127.0.0.1:{port}", "--site", "440100000012100001", "--gateway", "gw-test", "--name", "hotlist.put", "--args", args.ToJsonString(), "--key", key, "--wait", "20s"]);
        int code = await put.ExitAsync(TimeSpan.FromSeconds(60));
        Assert.True(code == 0 && put.Output.Contains("put-1", StringComparison.Ordinal), put.Output);
    }

    private static async Task ImportAsync(TestSite site, string key, string plate, ChildProcess gateway)
    {
        string unsigned = Path.Combine(site.Folder, "list.jsonl");
        await File.WriteAllTextAsync(unsigned, Entry(plate).ToJsonString());
        await using var sign = ChildProcess.Start(Binaries.Simulator, ["hotlist-sign", unsigned, "--key", key, "--list", "stick"]);
        Assert.Equal(0, await sign.ExitAsync(TimeSpan.FromSeconds(30)));
        string stick = Path.Combine(site.Folder, "stick");
        Directory.CreateDirectory(stick);
        File.Move(unsigned, Path.Combine(stick, "list.jsonl"));
        File.Move(unsigned + ".sig", Path.Combine(stick, "list.jsonl.sig"));
        await Wait.UntilAsync(() => File.Exists(Path.Combine(stick, "list.jsonl.result.json")), TimeSpan.FromSeconds(20), () => gateway.Output);
    }

    private static JsonObject Entry(string plate, string id = "e-1") => new()
    {
        ["id"] = id, ["plate"] = plate, ["category"] = "stolen", ["reason"] = "case 12", ["authority"] = "station 4", ["to"] = DateTimeOffset.UtcNow.AddDays(1).ToString("O"),
    };

    private static async Task LoadAsync(TestSite site)
    {
        await using var load = ChildProcess.Start(Binaries.Simulator, [
            "load", "--devices", "2", "--count", "80", "--token", "token-of-this-test", "--target", $"http://127.0.0.1:{site.InboxPort}/{{device}}/{{token}}"]);
        Assert.True(await load.ExitAsync(TimeSpan.FromSeconds(60)) == 0, load.Output);
    }

    private static IEnumerable<string> Plates(IEnumerable<Received> all, string kind) => all.Where(one => one.Kind == kind).Select(one => one.Plate);

    /// <summary>Passages and hits in the order of their arrival.</summary>
    private static List<Received> Seen(TestSite site) =>
        [.. File.ReadLines(site.Received).Select(Read).OfType<Received>().Where(one => one.Kind is "plate.read" or "plate.hit")];

    private static Received? Read(string line)
    {
        try
        {
            var reading = JsonNode.Parse(line)!;
            return new Received((string?)reading["kind"], (long?)reading["seq"] ?? 0, (string?)reading["plate"] ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Received(string? Kind, long Seq, string Plate);
}
