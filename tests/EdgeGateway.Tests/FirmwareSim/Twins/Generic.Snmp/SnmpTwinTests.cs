using System.Net;
using System.Text.Json;
using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Snmp;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Generic.Snmp;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Generic.Snmp;

/// <summary>The twin over real UDP with the driver.</summary>
public sealed class SnmpTwinTests
{
    [Theory]
    [InlineData(SnmpVersion.V1, 0, 0)]
    [InlineData(SnmpVersion.V2c, 0, 0)]
    [InlineData(SnmpVersion.V2c, 5, 3)]
    public async Task Run_PrinterThatJamsAndIsMended_IsToldSo(SnmpVersion version, int mute, int wrong)
    {
        var profile = new SnmpTwinProfile { Faults = new SnmpFaultPlan { MuteEvery = mute, WrongIdEvery = wrong } };
        await using var run = await Running.StartAsync(profile, new GenericSnmpOptions { Host = "127.0.0.1", Profile = SnmpProfileName.Printer, Version = version });
        await Eventually.TrueAsync(() => run.Told<KioskStateBody>().Length > 0, "the printer");
        run.Twin.Happen("jam", 1);
        await Eventually.TrueAsync(() => run.Told<KioskAlarmBody>().Length == 1, "the jam");
        run.Twin.Happen("jam", 0);
        await Eventually.TrueAsync(() => run.Told<KioskAlarmBody>().Length == 2, "its end");

        Assert.Equal(0, run.Twin.Agent.SetsRefused);
    }

    [Fact]
    public async Task Run_SwitchWithAFlappingPort_IsToldSo()
    {
        var profile = new SnmpTwinProfile { IsSwitch = true, FlappingPort = 2, Flap = TimeSpan.FromMilliseconds(100) };
        await using var run = await Running.StartAsync(profile, new GenericSnmpOptions { Host = "127.0.0.1", Profile = SnmpProfileName.Switch, Switch = new SwitchOptions { MostAnHour = 3 } });

        await Eventually.TrueAsync(() => run.Told<SensorEventBody>().Any(body => body.Values!.Any(value => value.Name == "flapping")), "that it flaps");

        Assert.All(run.Told<SensorEventBody>(), body => Assert.Equal("GE1/0/2", body.Name));
        Assert.Equal(4, run.Told<SensorEventBody>().Length);
    }

    [Fact]
    public async Task Trouble_GarbageCutsAndSilence_AreSurvived()
    {
        await using var run = await Running.StartAsync(new SnmpTwinProfile(), new GenericSnmpOptions { Host = "127.0.0.1", Profile = SnmpProfileName.Printer });
        await Eventually.TrueAsync(() => run.Told<KioskStateBody>().Length > 0, "the printer");
        run.Trouble.Garbage(3);
        run.Trouble.CutInside(2);
        run.Trouble.Silence(DateTimeOffset.UtcNow.AddMilliseconds(400));
        run.Twin.Happen("cover", 1);
        await Eventually.TrueAsync(() => run.Told<KioskAlarmBody>().Length == 1, "the open cover");

        Assert.Contains(run.Host.Faults, fault => fault.Reason == "ber-structure");
    }

    /// <summary>Each state waits until it was seen, and the driver has told just these.</summary>
    [Fact]
    public async Task Run_Counted_NotesWhatWasSeenAndEnds()
    {
        var profile = new SnmpTwinProfile { Events = [new(TimeSpan.Zero, "toner", 8), new(TimeSpan.Zero, "paper", 0), new(TimeSpan.Zero, "toner", 95)] };
        await using var run = await Running.StartAsync(profile, new GenericSnmpOptions { Host = "127.0.0.1", Profile = SnmpProfileName.Printer }, count: 20);

        await run.Playing.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(
            ["toner ok", "paper ok", "health ok", "toner low", "health warning", "paper out", "health fault", "toner ok"],
            run.Ledger.Lines.Select(line => line.Facts!.TryGetValue("supply", out string? supply) ? $"{supply} {line.Facts["state"]}" : $"health {line.Facts["health"]}"));
        Assert.All(run.Ledger.Lines, line => Assert.True(line.IsAccepted));
        Assert.Equal(["ok", "warning", "fault"], run.Told<KioskModuleBody>().Select(body => body.Health).Distinct());
        Assert.Equal([80, 8, 95], run.Told<KioskConsumableBody>().Where(body => body.Supply == "toner").Select(body => body.LevelPercent!.Value));
    }

    [Fact]
    public void Scenario_PrinterAndSwitch_AreRead()
    {
        const string Json = """
            { "devices": [
              { "id": "printer-1", "driver": "generic-snmp", "listen": "127.0.0.1:0", "profile": { "community": "hall", "events": [ { "after": "5s", "what": "toner", "value": 4 }, { "after": "9s", "what": "jam", "value": 1 } ], "faults": { "muteEvery": 7 } } },
              { "id": "switch-1", "driver": "generic-snmp", "listen": "127.0.0.1:0", "profile": { "kind": "switch", "ports": 24, "flappingPort": 3, "flap": "2s", "events": [ { "after": "5s", "what": "port-24", "value": 0 } ] } } ] }
            """;
        var mistakes = new List<Mistake>();
        var root = new JsonSection(JsonDocument.Parse(Json).RootElement, "", mistakes);
        var devices = DeviceReader.ReadAll(root, new ProfileLibrary(new JsonSection(JsonDocument.Parse("{}").RootElement, "profiles", mistakes), "", mistakes)).Cast<SnmpDevice>().ToArray();

        Assert.Empty(mistakes);
        Assert.Equal(("hall", 2, 7), (devices[0].Profile.Community, devices[0].Profile.Events.Count, devices[0].Profile.Faults.MuteEvery));
        Assert.Equal((true, 24, 3), (devices[1].Profile.IsSwitch, devices[1].Profile.Ports, devices[1].Profile.FlappingPort));
    }

    [Theory]
    [InlineData("\"listen\": \"here\"", "devices[0].listen")]
    [InlineData("\"listen\": \"127.0.0.1:0\", \"profile\": { \"events\": [ { \"what\": \"port-3\" } ] }", "devices[0].profile.events[0].what")]
    [InlineData("\"listen\": \"127.0.0.1:0\", \"profile\": { \"kind\": \"switch\", \"flappingPort\": 9 }", "devices[0].profile.flappingPort")]
    [InlineData("\"listen\": \"127.0.0.1:0\", \"profile\": { \"prots\": 9 }", "devices[0].profile.prots")]
    public void Scenario_Mistake_IsNamed(string json, string path)
    {
        var mistakes = new List<Mistake>();
        var root = new JsonSection(JsonDocument.Parse($"{{ \"devices\": [ {{ \"id\": \"p\", \"driver\": \"generic-snmp\", {json} }} ] }}").RootElement, "", mistakes);
        DeviceReader.ReadAll(root, new ProfileLibrary(new JsonSection(JsonDocument.Parse("{}").RootElement, "profiles", mistakes), "", mistakes));

        Assert.Equal(path, Assert.Single(mistakes).Path);
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly FakeSink _sink = new();
        private readonly GenericSnmpDriver _driver;
        private readonly Task _playing;
        private Task _running = Task.CompletedTask;

        private Running(SnmpTwinProfile profile, GenericSnmpOptions options, long count)
        {
            Twin = new SnmpTwin("dev-1", new IPEndPoint(IPAddress.Loopback, 0), profile, Trouble, DateTimeOffset.MaxValue, Ledger, TimeProvider.System, count);
            _playing = Twin.RunAsync(_stop.Token);
            options = options with { Port = Twin.Port, Every = TimeSpan.FromMilliseconds(20), Timeout = TimeSpan.FromMilliseconds(300), Grace = TimeSpan.FromMinutes(10) };
            _driver = new GenericSnmpDriver(Host.Context with { Transports = Host.Context.Transports with { Datagrams = new DatagramPorts() } }, options);
        }

        public DeviceTrouble Trouble { get; } = new(TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.UtcNow);

        public SnmpTwin Twin { get; }

        public ListLedger Ledger { get; } = new();

        public Task Playing => _playing;

        public FakeHost Host { get; } = new(null!);

        public T[] Told<T>() => [.. _sink.Entered.Select(reading => (object)reading.Body).OfType<T>()];

        public static async Task<Running> StartAsync(SnmpTwinProfile profile, GenericSnmpOptions options, long count = long.MaxValue)
        {
            var run = new Running(profile, options, count);
            await run._driver.ConnectAsync(run._stop.Token);
            run._running = run._driver.RunAsync(run._sink, run._stop.Token);
            return run;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _playing;
            await _driver.DisposeAsync();
            await Twin.DisposeAsync();
        }
    }
}
