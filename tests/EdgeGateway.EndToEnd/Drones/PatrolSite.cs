using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Drones;

/// <summary>A harbour with drones over it: what the gateway is told of its fences, and what each drone does.</summary>
internal sealed class PatrolSite : IAsyncDisposable
{
    private const double Lat = 22.5655;
    private const double Lon = 113.9012;

    /// <summary>Long enough for five heartbeats to be lost in a row and not be a lost link.</summary>
    private const string OfflineAfter = "5500ms";

    private const string Key = "8f1d3c5a7b9e02468ace13579bdf02468ace13579bdf0246813579bdf02468ac";

    private const int Docks = 2;
    private const int Robots = 4;

    private static readonly string[] s_drones = ["east", "west", "north", "south", "pier", "signed"];

    private readonly Dictionary<string, string> _ports = [];
    private readonly PatrolSize _size;

    /// <param name="brokerPort">Where gateway and platform meet.</param>
    /// <param name="siteBroker">Where docks and robots are.</param>
    /// <param name="size">How far the drones fly.</param>
    public PatrolSite(int brokerPort, int siteBroker, PatrolSize size)
    {
        _size = size;
        Site = new TestSite(brokerPort, cameras: 0);
        _ports["EDGE_SITE_BROKER_PORT"] = Text(siteBroker);
        File.WriteAllText(Path.Combine(Site.Folder, "drone.key"), Key);
        File.WriteAllText(Path.Combine(Site.Folder, "dock.key"), "key-of-this-test");
        var gateway = JsonNode.Parse(File.ReadAllText(Site.Configuration))!;
        gateway["airspace"] = Airspace(size);
        foreach (var (drone, number) in s_drones.Select((drone, index) => (drone, index + 1)))
        {
            gateway["devices"]!.AsArray().Add(Device(drone, number));
        }

        foreach (int dock in Enumerable.Range(1, Docks))
        {
            gateway["devices"]!.AsArray().Add(Dock(dock, siteBroker));
        }

        foreach (int robot in Enumerable.Range(1, Robots))
        {
            gateway["devices"]!.AsArray().Add(Robot(robot, siteBroker));
        }

        File.WriteAllText(Site.Configuration, gateway.ToJsonString());
    }

    public TestSite Site { get; }

    public ChildProcess StartPatrol(string scenario, int seconds) =>
        ChildProcess.Start(Binaries.Simulator, ["run", scenario, "--ledger", Site.Truth, "--seconds", Text(seconds)], _ports);

    /// <summary>How often the ledger says this of an alarm.</summary>
    public int Told(string alarm, bool active) => Site.TruthLines == 0 ? 0 : File.ReadLines(Site.Truth).Count(line =>
        line.Contains("air/", StringComparison.Ordinal) && line.Contains($"\"{alarm}\"", StringComparison.Ordinal) && line.Contains($"\"active\":\"{(active ? "true" : "false")}\"", StringComparison.Ordinal));

    /// <summary>How often the platform was told that this alarm begins.</summary>
    public int Received(string alarm)
    {
        using var reader = new StreamReader(new FileStream(Site.Received, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n').Count(line => line.Contains($"\"alarm\":\"{alarm}\"", StringComparison.Ordinal) && line.Contains("\"active\":true", StringComparison.Ordinal));
    }

    /// <summary>The same troubles as the long scenario, once and near home.</summary>
    public string ShortScenario()
    {
        var scenario = new JsonObject
        {
            ["seed"] = 755,
            ["duration"] = "1h",
            ["drain"] = "0s",
            ["devices"] = new JsonArray(
                Flyer("east", 1, new() { ["batteryLow"] = "5s", ["return"] = "12s" }),
                Flyer("west", 2, new() { ["linkLost"] = "5s", ["linkLostFor"] = "6500ms", ["return"] = "13s" }),
                Flyer("north", 3, new() { ["leaveFence"] = "4s", ["return"] = "7s" }),
                Flyer("south", 4, new() { ["distress"] = "5s", ["distressFor"] = "11s", ["return"] = "12s" }),
                Flyer("pier", 5, new() { ["return"] = "13s" }, profile => profile["overheard"] = new JsonObject { ["at"] = "3s", ["fromM"] = 90, ["speedMps"] = 15 }),
                Flyer("signed", 6, new() { ["restart"] = "7s", ["return"] = "12s" }, profile =>
                {
                    profile["key"] = Key;
                    profile["faults"]!["replayEvery"] = 50;
                    profile["faults"]!["forgeEvery"] = 3;
                }),
                DockTwin(1),
                DockTwin(2),
                RobotTwin(1),
                RobotTwin(2),
                RobotTwin(3),
                RobotTwin(4)),
        };
        string path = Path.Combine(Site.Folder, "patrol.json");
        File.WriteAllText(path, scenario.ToJsonString());
        return path;
    }

    /// <summary>What a vehicle said to nobody, because the gateway was dead, was promised by nobody; alarms are due all the same.</summary>
    public void ForgiveStates(DateTimeOffset from, DateTimeOffset to)
    {
        string[] lines = [.. File.ReadLines(Site.Truth).Select(line =>
        {
            using var told = JsonDocument.Parse(line);
            bool isState = told.RootElement.TryGetProperty("kind", out var kind) && kind.GetString()!.EndsWith(".state", StringComparison.Ordinal);
            var at = told.RootElement.GetProperty("at").GetDateTimeOffset();
            return isState && at >= from && at <= to ? line.Replace("\"told\":\"stream\"", "\"told\":\"none\"", StringComparison.Ordinal) : line;
        })];
        File.WriteAllLines(Site.Truth, lines);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static JsonObject Airspace(PatrolSize size)
    {
        JsonObject Circle(double radius) => new() { ["lat"] = Lat, ["lon"] = Lon, ["radiusM"] = radius };
        return new JsonObject
        {
            ["fences"] = new JsonArray(
                new JsonObject { ["name"] = "harbour", ["kind"] = "stay-in", ["circle"] = Circle(size.FenceM), ["devices"] = new JsonArray([.. s_drones.Select(drone => (JsonNode)$"air-{drone}")]) },
                new JsonObject { ["name"] = "pier", ["kind"] = "keep-out", ["circle"] = Circle(size.KeepOutM) }),
            ["own"] = new JsonArray("1581F5BKD00000000001"),
            ["battery"] = new JsonObject { ["homeDistanceM"] = size.FarM, ["hold"] = "0s" },
            ["positions"] = new JsonObject { ["hold"] = "0s" },
            ["intruders"] = new JsonObject { ["hold"] = "0s", ["silence"] = "10s" },
            ["distress"] = new JsonObject { ["clear"] = "0s" },
        };
    }

    private JsonObject Device(string drone, int system)
    {
        int port = TestSite.FreePort();
        _ports[$"EDGE_{drone.ToUpperInvariant()}_PORT"] = Text(port);
        var device = new JsonObject
        {
            ["id"] = $"air-{drone}",
            ["driver"] = "drone-mavlink",
            ["listen"] = $"127.0.0.1:{port}",
            ["vehicles"] = new JsonArray(new JsonObject { ["system"] = system, ["name"] = drone }),
            ["offlineAfter"] = OfflineAfter,
        };
        if (drone == "signed")
        {
            device["signing"] = new JsonObject { ["key"] = new JsonObject { ["file"] = "drone.key" } };
        }

        return device;
    }

    private static JsonObject Dock(int number, int siteBroker) => new()
    {
        ["id"] = $"dock-{number}",
        ["driver"] = "drone-dji",
        ["broker"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = siteBroker },
        ["gateway"] = $"DOCK00{number}",
        ["vehicles"] = new JsonArray(new JsonObject { ["serial"] = $"1581F6Q8D23CT00A567{number}", ["name"] = $"dock-{number}-drone" }),
        ["app"] = new JsonObject { ["id"] = "123456", ["key"] = new JsonObject { ["file"] = "dock.key" }, ["license"] = new JsonObject { ["file"] = "dock.key" } },
    };

    private JsonObject DockTwin(int number) => new()
    {
        ["id"] = $"dock-{number}",
        ["driver"] = "drone-dji",
        ["broker"] = $"mqtt://127.0.0.1:{_ports["EDGE_SITE_BROKER_PORT"]}",
        ["profile"] = new JsonObject
        {
            ["gateway"] = $"DOCK00{number}", ["aircraft"] = $"1581F6Q8D23CT00A567{number}", ["lat"] = Lat, ["lon"] = Lon, ["radiusM"] = _size.RadiusM,
            ["rest"] = "1s", ["climb"] = "1s", ["patrol"] = "5s", ["return"] = "1s", ["pictureEvery"] = "1s", ["repeatAfter"] = "1s", ["osdEvery"] = "500ms", ["loose"] = number == 2, ["sleeps"] = false,
        },
    };

    private static JsonObject Robot(int number, int siteBroker) => new()
    {
        ["id"] = $"robot-{number}",
        ["driver"] = "robot-vda5050",
        ["broker"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = siteBroker },
        ["manufacturer"] = "ACME",
        ["serialNumber"] = $"R2-00{number}",
        ["maps"] = new JsonArray(new JsonObject { ["id"] = "hall-1", ["lat"] = Lat, ["lon"] = Lon, ["rotationDeg"] = 12.5 }),
    };

    private JsonObject RobotTwin(int number) => new()
    {
        ["id"] = $"robot-{number}",
        ["driver"] = "robot-vda5050",
        ["broker"] = $"mqtt://127.0.0.1:{_ports["EDGE_SITE_BROKER_PORT"]}",
        ["profile"] = new JsonObject { ["serialNumber"] = $"R2-00{number}", ["speed"] = 4, ["dwell"] = "1s" },
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private JsonObject Flyer(string drone, int system, JsonObject events, Action<JsonObject>? more = null)
    {
        var profile = new JsonObject
        {
            ["name"] = drone, ["system"] = system, ["rateHz"] = 50, ["lat"] = Lat, ["lon"] = Lon,
            ["heightM"] = 6, ["radiusM"] = _size.RadiusM, ["speedMps"] = 25, ["fenceM"] = _size.FenceM,
            ["events"] = events,
            ["faults"] = new JsonObject { ["lost"] = 0.2, ["twice"] = 0.2, ["glitchEvery"] = 97 },
            ["site"] = new JsonObject { ["fenceM"] = _size.FenceM, ["keepOutM"] = _size.KeepOutM, ["farM"] = _size.FarM, ["offlineAfter"] = OfflineAfter, ["intruderSilence"] = "10s" },
        };
        more?.Invoke(profile);
        return new JsonObject { ["id"] = $"air-{drone}", ["driver"] = "drone-mavlink", ["target"] = $"127.0.0.1:{_ports[$"EDGE_{drone.ToUpperInvariant()}_PORT"]}", ["profile"] = profile };
    }
}
