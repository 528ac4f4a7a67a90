using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeGateway.EndToEnd.Support;

/// <summary>A site in a folder of its own: configuration, scenario, ledger, what was received, and the programs that use them.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private const string Token = "token-of-this-test";

    private readonly List<ChildProcess> _children = [];

    public TestSite(int brokerPort, int cameras, Action<JsonObject>? profile = null, double ratePerCamera = 10, Action<JsonObject>? uplink = null)
    {
        Folder = Directory.CreateTempSubdirectory("edge-site-").FullName;
        InboxPort = FreePort();
        BrokerPort = brokerPort;
        File.WriteAllText(Path.Combine(Folder, "token"), Token);
        File.WriteAllText(Configuration, GatewayJson(cameras, uplink).ToJsonString());
        File.WriteAllText(Path.Combine(Folder, "scenario.json"), ScenarioJson(cameras, profile, ratePerCamera).ToJsonString());
    }

    public string Folder { get; }

    public int InboxPort { get; }

    public int BrokerPort { get; }

    public string Configuration => Path.Combine(Folder, "gateway.json");

    public string Truth => Path.Combine(Folder, "truth.jsonl");

    public string Received => Path.Combine(Folder, "received.jsonl");

    /// <summary>Starts the gateway and returns at once; a person's service manager does no more.</summary>
    public ChildProcess StartGateway(IReadOnlyDictionary<string, string>? environment = null) =>
        Keep(ChildProcess.Start(Binaries.Gateway, ["run", "--config", Configuration], environment));

    /// <summary>
    /// Starts the gateway with its store on a file system of this size in memory, seen by that process alone and gone with
    /// it; unprivileged users may do that too. Others look at it under <see cref="SmallDisk"/>.
    /// </summary>
    public ChildProcess StartGatewayOnSmallDisk(string size)
    {
        string store = Path.Combine(Folder, "store");
        Directory.CreateDirectory(store);
        return Keep(ChildProcess.Start(
            Binaries.Tool("unshare"),
            ["-rm", "sh", "-c", $"mount -t tmpfs -o size={size} tmpfs '{store}' && exec '{Binaries.Gateway}' run --config '{Configuration}'"]));
    }

    /// <summary>The folder of the store as the gateway sees it.</summary>
    public string SmallDisk(ChildProcess gateway) => $"/proc/{gateway.Id}/root{Path.Combine(Folder, "store")}";

    /// <summary>Plays the cameras until stopped.</summary>
    public ChildProcess StartCameras(int seconds) => Keep(ChildProcess.Start(
        Binaries.Simulator, ["run", Path.Combine(Folder, "scenario.json"), "--ledger", Truth, "--seconds", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)]));

    /// <summary>The far end, connected to the broker itself and not through any proxy.</summary>
    public ChildProcess StartWatch(int brokerPort)
    {
        File.WriteAllText(Received, string.Empty);
        return Keep(ChildProcess.Start(Binaries.Simulator, ["watch", "--broker", $"mqtt://127.0.0.1:{brokerPort}", "--out", Received, "--quiet"]));
    }

    /// <returns>Exit code and the one line.</returns>
    public async Task<(int Code, string Line, string All)> VerifyAsync(params string[] more)
    {
        await using var verify = ChildProcess.Start(Binaries.Simulator, ["verify", "--ledger", Truth, "--received", Received, .. more]);
        int code = await verify.ExitAsync(TimeSpan.FromSeconds(60));
        return (code, verify.Lines.FirstOrDefault(line => line.StartsWith("accepted", StringComparison.Ordinal)) ?? string.Empty, verify.Output);
    }

    /// <summary>Verifies until all is there or the time is up; the last verdict counts.</summary>
    public async Task<(int Code, string Line, string All)> VerifyUntilDeliveredAsync(TimeSpan limit, params string[] more)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var verdict = await VerifyAsync(more);
        while (verdict.Code != 0 && watch.Elapsed < Wait.AtLeast(limit))
        {
            await Task.Delay(250);
            verdict = await VerifyAsync(more);
        }

        return verdict;
    }

    public bool InboxAnswers()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, InboxPort);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public int TruthLines => File.Exists(Truth) ? File.ReadLines(Truth).Count() : 0;

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
        {
            await child.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Id(int camera) => $"cam-{camera:00}";

    private ChildProcess Keep(ChildProcess child)
    {
        _children.Add(child);
        return child;
    }

    private JsonObject GatewayJson(int cameras, Action<JsonObject>? uplink)
    {
        var gateway = GatewayJson(cameras);
        uplink?.Invoke(gateway["uplink"]!.AsObject());
        return gateway;
    }

    private JsonObject GatewayJson(int cameras) => new()
    {
        ["site"] = new JsonObject { ["code"] = "440100000012100001" },
        ["gateway"] = new JsonObject { ["id"] = "gw-test" },
        ["store"] = new JsonObject { ["folder"] = Path.Combine(Folder, "store") },
        ["uplink"] = new JsonObject
        {
            ["brokers"] = new JsonArray(new JsonObject { ["host"] = "127.0.0.1", ["port"] = BrokerPort }),
            ["backoffLeast"] = "200ms",
            ["backoffMost"] = "2s",
        },
        ["inbox"] = new JsonObject { ["port"] = InboxPort },
        ["devices"] = new JsonArray([.. Enumerable.Range(1, cameras).Select(camera => new JsonObject
        {
            ["id"] = Id(camera),
            ["driver"] = "hikvision-anpr",
            ["direction"] = "push",
            ["token"] = new JsonObject { ["file"] = "token" },
        })]),
    };

    private JsonObject ScenarioJson(int cameras, Action<JsonObject>? profile, double rate) => new()
    {
        ["seed"] = 20261122,
        ["devices"] = new JsonArray([.. Enumerable.Range(1, cameras).Select(camera => new JsonObject
        {
            ["id"] = Id(camera),
            ["driver"] = "hikvision-anpr",
            ["mode"] = "push",
            ["rate"] = rate,
            ["url"] = $"http://127.0.0.1:{InboxPort}/{Id(camera)}/{Token}",
            ["profile"] = Profile(profile),
        })]),
        ["duration"] = "1h",
    };

    private static JsonObject Profile(Action<JsonObject>? change)
    {
        var profile = new JsonObject
        {
            ["pictures"] = new JsonObject { ["count"] = 2, ["sceneBytes"] = JsonSerializer.SerializeToNode(new[] { 20_000, 60_000 }) },
            ["answer"] = new JsonObject { ["timeout"] = "2s", ["pause"] = "100ms" },
        };
        change?.Invoke(profile);
        return profile;
    }
}
