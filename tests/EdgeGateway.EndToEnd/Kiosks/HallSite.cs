using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.EndToEnd.Kiosks;

/// <summary>A hall of kiosks: what the gateway is told of them, what each does, and what a stranger at the broker saw of it.</summary>
internal sealed class HallSite : IAsyncDisposable
{
    private const string Token = "token-of-the-hall";
    private const int Short = 3;
    private const int Others = 2;
    private const int ShortCount = 20;

    private static readonly string s_scenario = Path.Combine(Binaries.Root, "firmware-sim/Scenarios/hall-morning.json");

    private readonly JsonObject _hall = JsonNode.Parse(File.ReadAllText(s_scenario))!.AsObject();
    private readonly Dictionary<string, string> _environment;
    private readonly MosquittoBroker _broker;
    private ChildProcess? _witness;

    /// <param name="broker">Where the platform is.</param>
    /// <param name="link">Port over which the gateway gets there.</param>
    public HallSite(MosquittoBroker broker, int link)
    {
        _broker = broker;
        Site = new TestSite(link, cameras: 0);
        _environment = new() { ["EDGE_FOLDER"] = Site.Folder, ["EDGE_INBOX_PORT"] = Text(Site.InboxPort), ["EDGE_TOKEN"] = Token };
        File.WriteAllText(Path.Combine(Site.Folder, "token"), Token);
        if (!RunSize.Long)
        {
            Shorten();
        }

        var gateway = JsonNode.Parse(File.ReadAllText(Site.Configuration))!;
        foreach (JsonNode? device in _hall["devices"]!.AsArray())
        {
            gateway["devices"]!.AsArray().Add(Device(device!));
        }

        File.WriteAllText(Site.Configuration, gateway.ToJsonString());
    }

    public TestSite Site { get; }

    /// <summary>Personal data of people who do not exist, one piece a line.</summary>
    public string Seeds => Site.Truth + ".seeds";

    /// <summary>Topic and payload in hex of everything that went over the broker, a message a line.</summary>
    public string Overheard => Path.Combine(Site.Folder, "overheard.txt");

    public int Customers => _hall["devices"]!.AsArray().Where(static device => IsSoftware(device!)).Sum(static device => device!["count"]!.GetValue<int>());

    /// <summary>Of two doors each time.</summary>
    public int Measurements => 2 * _hall["devices"]!.AsArray().Single(static device => device!["id"]!.GetValue<string>() == "hall-counter")!["count"]!.GetValue<int>();

    /// <summary>Listens to everything, with a program that knows nothing of us.</summary>
    public void StartWitness() => _witness = ChildProcess.Start(
        "/bin/sh", ["-c", $"exec {Binaries.Tool("mosquitto_sub")} -h 127.0.0.1 -p {Text(_broker.Port)} -t '#' -q 1 -c -i witness -F '%t %x' > '{Overheard}'"]);

    public ChildProcess StartKiosks()
    {
        string scenario = Path.Combine(Site.Folder, "hall.json");
        File.WriteAllText(scenario, _hall.ToJsonString());
        return ChildProcess.Start(Binaries.Simulator, ["run", scenario, "--ledger", Site.Truth], _environment);
    }

    /// <summary>How many lines of a kind the ledger has.</summary>
    public int Told(string kind) => File.Exists(Site.Truth) ? File.ReadLines(Site.Truth).Count(line => line.Contains($"\"{kind}\"", StringComparison.Ordinal)) : 0;

    /// <summary>Names of everything that a kiosk heard; empty for what was no command.</summary>
    public IReadOnlyCollection<string> Commands() =>
    [
        .. File.ReadLines(Site.Truth).Select(static line => JsonDocument.Parse(line).RootElement)
            .Where(static line => line.TryGetProperty("kind", out var kind) && kind.ValueEquals("kiosk.heard")).Select(static line => line.GetProperty("facts").GetProperty("name").GetString()!).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Names of sessions that travel as they are: the gateway must have kept some of them, or nobody looked into what it keeps.</summary>
    public IReadOnlyCollection<string> Sessions() =>
    [
        .. File.ReadLines(Site.Truth).Select(static line => JsonDocument.Parse(line).RootElement).Where(static line => line.TryGetProperty("kind", out var kind) && kind.ValueEquals("kiosk.transaction"))
            .Select(static line => line.GetProperty("facts").GetProperty("session").GetString()!).Where(static session => Guid.TryParse(session, out _)),
    ];

    /// <summary>Everything that the gateway keeps: its store, its memory, its spools.</summary>
    public IEnumerable<string> KeptFiles() => Directory.EnumerateFiles(Path.Combine(Site.Folder, "store"), "*", SearchOption.AllDirectories);

    /// <summary>Ends the witness; what it heard is in its file.</summary>
    public async Task EndWitnessAsync()
    {
        if (_witness is { } witness)
        {
            _witness = null;
            await witness.StopAsync(TimeSpan.FromSeconds(20));
            await witness.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndWitnessAsync();
        await Site.DisposeAsync();
    }

    public static string Topic(string device) => new Topics(Topics.DefaultRoot, "440100000012100001", "gw-test").Command(device);

    private static bool IsSoftware(JsonNode device) => device["driver"]!.GetValue<string>() == "kiosk-application";

    /// <summary>The same hall with three kiosks and little paper, for some seconds.</summary>
    private void Shorten()
    {
        var devices = _hall["devices"]!.AsArray();
        while (devices.Count > Others + (Short * 2))
        {
            devices.RemoveAt(devices.Count - 1);
        }

        foreach (JsonNode? device in devices)
        {
            device!["count"] = ShortCount;
        }

        foreach (var (_, profile) in _hall["profiles"]!.AsObject())
        {
            if (profile!["day"] is null)
            {
                Hasten(profile);
                continue;
            }

            profile["day"] = JsonNode.Parse("""{ "rate": 3, "receipts": 8, "sheets": 5, "cards": 5, "bin": 3, "jam": 0.05, "care": "2s", "tamperEvery": 9, "tamperFor": "2s", "powerCutEvery": 14, "powerCutFor": "1s" }""");
        }

        _hall["faults"] = JsonNode.Parse("""
            [ { "at": "2s", "kind": "burst", "device": "kiosk-01", "count": 50 }, { "at": "3s", "kind": "garbage", "count": 1 }, { "at": "4s", "kind": "cut-inside", "count": 1 }, { "at": "5s", "kind": "disconnect", "device": "kiosk-02", "for": "1s" } ]
            """);
    }

    /// <summary>Counts twice a second; what happens to a printer happens as soon as it was asked often enough.</summary>
    private static void Hasten(JsonNode profile)
    {
        if (profile["every"] is not null)
        {
            profile["every"] = "500ms";
        }

        foreach (JsonNode? one in profile["events"]?.AsArray() ?? [])
        {
            one!["after"] = "1s";
        }
    }

    private JsonObject Device(JsonNode device)
    {
        string id = device["id"]!.GetValue<string>();
        var entry = new JsonObject { ["id"] = id, ["driver"] = device["driver"]!.GetValue<string>() };
        if (id == "hall-counter")
        {
            string maps = Directory.CreateDirectory(Path.Combine(Site.Folder, "maps")).FullName;
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Examples", "crowd-counter.json"), Path.Combine(maps, "crowd-counter.json"));
            (entry["token"], entry["map"]) = (new JsonObject { ["file"] = "token" }, "maps/crowd-counter.json");
        }
        else if (id == "hall-printer")
        {
            int port = TestSite.FreePort();
            _environment["EDGE_HALL_PRINTER_PORT"] = Text(port);
            (entry["host"], entry["port"], entry["profile"], entry["every"]) = ("127.0.0.1", port, "printer", "1s");
        }
        else if (!IsSoftware(device))
        {
            int port = TestSite.FreePort();
            _environment[$"EDGE_{id.ToUpperInvariant().Replace('-', '_')}_PORT"] = Text(port);
            (entry["host"], entry["port"], entry["backoffMost"], entry["statusEvery"]) = ("127.0.0.1", port, "2s", "15s");
            if (_hall["profiles"]![device["profile"]!.GetValue<string>()]!["host"] is { } host)
            {
                entry["hostHeader"] = host.GetValue<string>();
            }
        }
        else if (device["folder"] is { } folder)
        {
            string spool = folder.GetValue<string>().Replace("${EDGE_FOLDER:-.}", Site.Folder, StringComparison.Ordinal);
            Directory.CreateDirectory(spool);
            entry["spool"] = new JsonObject { ["folder"] = spool, ["settle"] = "500ms" };
        }
        else
        {
            entry["token"] = new JsonObject { ["file"] = "token" };
        }

        return entry;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
