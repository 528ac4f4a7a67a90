using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Pipeline.Airspace;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Airspace;

/// <summary>A harbour with one square fence of a kilometre, and a keep-out circle of 200 m in its middle, on a clock of its own.</summary>
internal sealed class AirSite
{
    public static readonly GeoPoint Middle = new(22.5, 113.9);
    public static readonly VehicleOrigin Link = new("drones-1", "drone-mavlink");

    public static readonly AirspaceSettings Harbour = new()
    {
        Fences =
        [
            new FenceSettings { Name = "harbour", Kind = FenceKind.StayIn, Area = Square(500), Devices = ["drones-1"], CeilingM = 120 },
            new FenceSettings { Name = "pier", Kind = FenceKind.KeepOut, Area = new GeoCircle(Middle, 200), CeilingM = 300, MarginM = 20 },
        ],
        Own = ["OURS1"],
    };

    private int _life;

    public AirSite(AirspaceSettings? settings = null, JournalDisk? disk = null)
    {
        (Settings, Disk) = (settings ?? Harbour, disk ?? new JournalDisk());
        Start();
    }

    public AirspaceSettings Settings { get; set; }

    public string[] Devices { get; set; } = ["drones-1", "drones-2"];

    public FakeTimeProvider Time { get; } = new();

    public JournalDisk Disk { get; private set; }

    public AirWatch Watch { get; private set; } = null!;

    public AlarmDesk Desk { get; private set; } = null!;

    /// <summary>Vehicle, alarm, fence and whether it begins, in the order told.</summary>
    public IReadOnlyList<string> Told => [.. Disk.Readings.Select(Word)];

    public IReadOnlyList<DroneAlarmBody> Bodies => [.. Disk.Readings.Select(reading => (DroneAlarmBody)reading.Body)];

    public static GeoPoint At(double bearing, double metres) => Geodesic.Destination(Middle, bearing, metres);

    public ValueTask SeeAsync(string vehicle = "east", Func<VehicleFacts, VehicleFacts>? says = null, string source = "HEARTBEAT") =>
        Watch.SeeAsync((says ?? (facts => facts))(new VehicleFacts(Link, vehicle, Time.GetUtcNow(), source)), Disk, default);

    public ValueTask FlyAsync(GeoPoint place, double height = 50, string vehicle = "east") =>
        SeeAsync(vehicle, facts => facts with { Position = place.ToPosition("device"), HeightM = height, Airborne = true }, "GLOBAL_POSITION_INT");

    /// <summary>A fix every tenth of a second.</summary>
    public async Task HoverAsync(GeoPoint place, double seconds, double height = 50)
    {
        for (double passed = 0; passed < seconds; passed += 0.1)
        {
            await FlyAsync(place, height);
            Pass(0.1);
        }
    }

    public ValueTask<bool?> OverhearAsync(string aircraft, GeoPoint? place, double? height = null, string device = "drones-1", bool isPlaceNew = true) => Watch.OverhearAsync(
        new VehicleOrigin(device, "drone-mavlink"),
        new DroneRemoteIdBody { Vehicle = aircraft, IdType = "serial", Position = place?.ToPosition("device"), HeightM = height },
        isPlaceNew, Time.GetUtcNow(), Disk, default);

    /// <summary>In the middle, by an address; its identity may not be known yet.</summary>
    public ValueTask<bool?> WhisperAsync(string sender, string? identity, bool isPlaceNew = true) => Watch.OverhearAsync(
        Link,
        new DroneRemoteIdBody { Vehicle = identity ?? "sys-1/236", IdType = identity is null ? null : "serial", Sender = sender, Position = Middle.ToPosition("device") },
        isPlaceNew, Time.GetUtcNow(), Disk, default);

    public async Task LingerAsync(string aircraft, GeoPoint place, double seconds, double? height = null)
    {
        for (double passed = 0; passed < seconds; passed++)
        {
            await OverhearAsync(aircraft, place, height);
            Pass(1);
        }
    }

    public void Pass(double seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        Watch.Tick();
    }

    /// <summary>Ends the process and starts the next one on what is on disk.</summary>
    public void Restart(int? entries = null)
    {
        Disk = Disk.First(entries ?? Disk.Length);
        Start();
        Watch.Tick();
    }

    private void Start()
    {
        int number = 0;
        int life = _life++;
        Desk = new AlarmDesk(new AlarmLines(Disk), _ => Disk, () => $"{life}-{number++}", Time, NullLogger.Instance);
        Watch = new AirWatch(Settings, Devices, Desk, new Flights(Disk), Time, NullLogger<AirWatch>.Instance);
    }

    private static string Word(Reading reading)
    {
        var body = (DroneAlarmBody)reading.Body;
        Assert.Equal(body.Active == true ? Lane.Alarm : Lane.Event, reading.Lane);
        Assert.NotEmpty(body.Evidence!);
        return $"{body.Vehicle} {body.Alarm}{(body.Name is null ? string.Empty : " " + body.Name)} {(body.Active == true ? "begins" : "ends")}";
    }

    private static GeoPolygon Square(double half) => new(
        [.. new[] { 45.0, 135, 225, 315 }.Select(bearing => Geodesic.Destination(Middle, bearing, half * Math.Sqrt(2)))]);
}
