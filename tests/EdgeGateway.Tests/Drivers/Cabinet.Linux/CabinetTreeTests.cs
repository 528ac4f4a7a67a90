using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Drivers.Cabinet.Linux;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Cabinet.Linux;
using EdgeGateway.Sim.Twins.Cabinet.Nut;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Cabinet.Linux;

/// <summary>The driver on the real reader of sensors, over a folder that the twin keeps, and a NUT server for the mains.</summary>
public sealed class CabinetTreeTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cabinet-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeHost _host = new(null!);
    private readonly FakeSink _sink = new();

    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task Twin_PlaysItsEvents_TheDriverTellsThem()
    {
        var events = new List<CabinetEvent>();
        foreach (var (thing, value) in new[] { (CabinetThing.Door, 1.0), (CabinetThing.Mains, 0), (CabinetThing.Temperature, 70), (CabinetThing.Fan, 0), (CabinetThing.Battery, 10) })
        {
            events.Add(new CabinetEvent(TimeSpan.FromMilliseconds(1), thing, value));
        }

        var tree = new CabinetTree(_root);
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.UnixEpoch);
        var twin = new CabinetTwin(tree, new CabinetProfile { Every = TimeSpan.FromMilliseconds(50), Events = events }, trouble, DateTimeOffset.MaxValue, TimeProvider.System);
        var (playing, driver) = (twin.RunAsync(_stop.Token), Driver(new MainsSource(Supply: "AC")));
        await driver.ConnectAsync(_stop.Token);
        var running = driver.RunAsync(_sink, _stop.Token);

        await ToldAsync("door-open", "mains-lost", "temperature-high", "fan-stopped", "battery-low");
        trouble.Disconnect(DateTimeOffset.MaxValue);
        await ToldAsync("sensor-lost");
        trouble.Disconnect(default);
        await Eventually.TrueAsync(() => Alarms.Any(alarm => alarm is { Alarm: "sensor-lost", Active: false }), "the chip is back under another number");

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await playing;
        await driver.DisposeAsync();
    }

    [Fact]
    public async Task Mains_OfANutServer_AreFollowedAlsoOverALinkThatBreaks()
    {
        _ = new CabinetTree(_root);
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.UnixEpoch);
        await using var server = new NutTwin(new IPEndPoint(IPAddress.Loopback, 0), new NutProfile(), trouble, DateTimeOffset.MaxValue, TimeProvider.System);
        var serving = server.RunAsync(_stop.Token);
        await using var driver = Driver(new MainsSource(Ups: new MainsUps(new NutServer("127.0.0.1", server.Port, TimeSpan.FromSeconds(30)), "main")));
        await driver.ConnectAsync(_stop.Token);
        var running = driver.RunAsync(_sink, _stop.Token);

        await Eventually.TrueAsync(() => States.Any(state => state.MainsPresent == true), "mains are there");
        trouble.CutInside(1);
        await Eventually.TrueAsync(() => _host.Faults.Any(fault => fault.Reason == "mains-server"), "the link broke");
        server.Desk.Set(null, "ups.status", "OB");
        await ToldAsync("mains-lost");
        Assert.All(server.Desk.Heard, line => Assert.Contains(line, (string[])["GET VAR main ups.status", "LOGOUT"]));

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await serving;
    }

    [Fact]
    public async Task Mains_OfAServerThatHangs_KeepNobodyFromSeeingTheDoor()
    {
        var tree = new CabinetTree(_root);
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var server = new NutServer("127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port, TimeSpan.FromHours(1));
        await using var driver = Driver(new MainsSource(Ups: new MainsUps(server, "main")));
        await driver.ConnectAsync(_stop.Token);
        var running = driver.RunAsync(_sink, _stop.Token);
        using var asked = await silent.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(20));

        tree.Contact("door", open: true);
        await ToldAsync("door-open");
        tree.Contact("door", open: false);
        await Eventually.TrueAsync(() => Alarms.Any(alarm => alarm is { Alarm: "door-open", Active: false }), "the door is closed");

        Assert.All(States, state => Assert.Null(state.MainsPresent));
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private IEnumerable<CabinetAlarmBody> Alarms => _sink.Entered.Select(reading => reading.Body).OfType<CabinetAlarmBody>();

    private IEnumerable<CabinetStateBody> States => _sink.Entered.Select(reading => reading.Body).OfType<CabinetStateBody>();

    private Task ToldAsync(params string[] alarms) => Eventually.TrueAsync(() => alarms.All(name => Alarms.Any(alarm => alarm.Active && alarm.Alarm == name)), string.Join(", ", alarms));

    private CabinetDriver Driver(MainsSource mains) => new(
        _host.Context with { Transports = _host.Context.Transports with { Cabinet = root => new LinuxCabinetSensors(root), Tcp = new TcpDialer() } },
        new CabinetOptions
        {
            Root = _root,
            Temperatures = [new TemperatureSensor("inside", new SensorAddress(CabinetTree.Chip, "inside", SensorKind.Temperature), 55, 3)],
            Fans = [new FanSensor("fan", new SensorAddress(CabinetTree.Chip, "fan1", SensorKind.Fan), 600)],
            Contacts = [new CabinetSwitch("door", false, new ContactLine { File = "/contacts/door" })],
            Supplies = [new BatterySupply("battery", "BAT0", 20)],
            Mains = mains,
            Poll = TimeSpan.FromMilliseconds(10),
            Measure = TimeSpan.FromMilliseconds(20),
            Settle = TimeSpan.Zero,
            LostAfter = TimeSpan.FromMilliseconds(20),
        });
}
