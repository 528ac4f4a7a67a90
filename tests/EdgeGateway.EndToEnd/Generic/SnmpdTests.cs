using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.EndToEnd.Generic;

/// <summary>The driver of printers and switches against an agent that we did not write.</summary>
public sealed class SnmpdTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task Printer_ChangesFallsSilentAndComesBack_IsToldSo(SnmpVersion version)
    {
        await using var printer = new SnmpdPrinter("hall");
        await using var run = new SnmpdRun(Options(printer.Agent.Port, version, "hall"));
        await run.StartAsync(s_patience);
        await Wait.UntilAsync(() => run.Told<KioskCounterBody>().Count > 0, s_patience, () => run.Faults + printer.Agent.Output);
        printer.Toner(600);
        printer.Errors("24");
        await Wait.UntilAsync(() => run.Told<KioskAlarmBody>().Count > 0 && run.Told<KioskConsumableBody>().Any(one => one.State == "low"), s_patience, () => run.Faults + printer.Agent.Output);

        Assert.Equal(
            ["supply-1 Black Toner toner ok 80", "supply-2 Waste Box waste-toner ok ", "tray-1 Tray 1 paper ok 50", "supply-1 Black Toner toner low 5"],
            run.Told<KioskConsumableBody>().Select(one => FormattableString.Invariant($"{one.Name} {one.Supply} {one.State} {one.LevelPercent}")));
        Assert.Equal(41_200, run.Told<KioskCounterBody>()[0].Prints);
        Assert.Equal(("jam", true), (run.Told<KioskAlarmBody>()[0].Alarm, run.Told<KioskAlarmBody>()[0].Active));

        await printer.Agent.KillAsync();
        Assert.Equal(FaultKind.Silent, (await run.EndAsync(s_patience)).Kind);
        printer.Agent.Start();
        await run.StartAsync(s_patience);
        await Wait.UntilAsync(() => run.Told<KioskStateBody>().Count(state => state.Changed is ["link"]) == 2, s_patience, () => run.Faults);
        Assert.Equal(["down", "up"], run.Told<KioskStateBody>().Where(state => state.Changed is ["link"]).Select(state => state.Link));
        Assert.DoesNotContain("13800138000", printer.Agent.Output + run.Faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ports_OfThisMachine_AreWalkedAndMeasured()
    {
        await using var agent = new Snmpd();
        agent.Start(["rocommunity hall 127.0.0.1"]);
        await using var run = new SnmpdRun(Options(agent.Port, SnmpVersion.V2c, "hall") with
        {
            Profile = SnmpProfileName.Switch,
            Type = "switch",
            Switch = new SwitchOptions { Ports = ["lo"], Report = TimeSpan.FromSeconds(1) },
        });
        await run.StartAsync(s_patience);
        await Wait.UntilAsync(() => run.Told<SensorReadingBody>().Any(body => body.Name == "lo" && body.Values!.Any(value => value.Name == "in")), s_patience, () => run.Faults + agent.Output);

        var device = run.Told<SensorReadingBody>().First(body => body.Name is null);
        Assert.Equal((1, 0), (device.Values![0].Number, device.Values[1].Number));
        Assert.Contains(device.Values, value => value.Name == "uptime" && value.Number >= 0);
    }

    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task Community_Wrong_IsSilence(SnmpVersion version)
    {
        await using var printer = new SnmpdPrinter("hall");
        await using (var right = new SnmpdRun(Options(printer.Agent.Port, version, "hall")))
        {
            await right.StartAsync(s_patience);
        }

        await using var wrong = new SnmpdRun(Options(printer.Agent.Port, version, "guess") with { Timeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => wrong.StartAsync(TimeSpan.Zero))).Kind);
    }

    private static GenericSnmpOptions Options(int port, SnmpVersion version, string community) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Version = version,
        Community = new Secret(community),
        Profile = SnmpProfileName.Printer,
        Every = TimeSpan.FromMilliseconds(100),
        Timeout = TimeSpan.FromSeconds(1),
        Grace = TimeSpan.Zero,
    };
}
