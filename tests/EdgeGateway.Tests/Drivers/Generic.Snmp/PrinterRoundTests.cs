using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Snmp;
using EdgeGateway.Sim.Snmp;
using EdgeGateway.Sim.Twins.Generic.Snmp;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

public sealed class PrinterRoundTests
{
    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task Round_HealthyPrinter_TellsStateModuleSuppliesAndCounter(SnmpVersion version)
    {
        await using var bench = new SnmpBench(SnmpBench.Printer with { Version = version });
        await bench.StartAsync();

        var state = Assert.Single(bench.Told<KioskStateBody>());
        Assert.Equal(("ok", "up", 1, "resync"), (state.Health, state.Link, state.Modules, state.Detected));
        var module = Assert.Single(bench.Told<KioskModuleBody>());
        Assert.Equal(("printer", "Printer", "ok", null), (module.Module, module.Class, module.Health, module.Severity));
        Assert.Equal("cover.1=coverClosed status=idle input.1=idle input.2=standby marker.1=idle", string.Join(' ', module.Parts!.Select(part => $"{part.Name}={part.State}")));
        Assert.Equal(
            [
                "supply-1 Black Toner Cartridge SL-50 toner ok 80  False", "supply-2 Drum Unit drum ok 70  False", "supply-3 Waste Toner Box waste-toner ok   True",
                "tray-1 Tray 1 paper ok 60 300 False", "tray-2 Manual Feed paper ok   False",
            ],
            Supplies(bench));
        Assert.Equal(41_200, Assert.Single(bench.Told<KioskCounterBody>()).Prints);
        Assert.Empty(bench.Told<KioskAlarmBody>());
        Assert.Empty(bench.Host.Faults);
        Assert.All(bench.Sink.Entered, reading => Assert.Equal(("generic-snmp", TimeOrigin.Gateway), (reading.Driver, reading.TimeFrom)));
    }

    [Fact]
    public async Task Round_NothingChanges_TellsNothingButTheStateNowAndThen()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        await bench.StartAsync();
        int first = bench.Sink.Entered.Count;
        await bench.RoundAsync(4);
        Assert.Equal(first, bench.Sink.Entered.Count);

        await bench.RoundAsync();

        var again = Assert.IsType<KioskStateBody>(bench.Sink.Entered.Last().Body);
        Assert.Equal((first + 1, Lane.Telemetry, null, 300L), (bench.Sink.Entered.Count, bench.Sink.Entered.Last().Lane, again.Changed, again.UptimeSeconds));
    }

    [Fact]
    public async Task Jam_AlertAndBit_AreOneAlarmThatBeginsOnceAndEndsOnce()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        await bench.StartAsync();
        bench.Device.Happen("jam", 1);
        await bench.RoundAsync(2);

        var begun = Assert.Single(bench.Told<KioskAlarmBody>());
        Assert.Equal(("jam", true, "major", "printer", "8"), (begun.Alarm, begun.Active, begun.Severity, begun.Module, begun.Code));
        Assert.StartsWith("Paper jam", begun.Text, StringComparison.Ordinal);
        Assert.Equal(Lane.Alarm, bench.Sink.Entered.Single(reading => reading.Body == begun).Lane);
        var module = bench.Told<KioskModuleBody>().Last();
        Assert.Equal(("fault", "major"), (module.Health, module.Severity));
        Assert.Equal(["alert.media-path.1", "error.jammed", "health"], module.Changed);
        Assert.NotNull(module.Since);

        bench.Device.Happen("jam", 0);
        await bench.RoundAsync(2);
        Assert.Equal([true, false], bench.Told<KioskAlarmBody>().Select(alarm => alarm.Active));
        Assert.Equal(["ok", "fault", "ok"], bench.Told<KioskStateBody>().Select(state => state.Health));
    }

    [Theory]
    [InlineData("cover", 1, "door-open", "minor")]
    [InlineData("paper", 0, "supply-out", "major")]
    [InlineData("toner", 0, "supply-out", "major")]
    public async Task Trouble_ThreeSources_AreOneAlarm(string what, int value, string alarm, string severity)
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        await bench.StartAsync();
        bench.Device.Happen(what, value);
        await bench.RoundAsync(2);

        var begun = Assert.Single(bench.Told<KioskAlarmBody>());
        Assert.Equal((alarm, severity), (begun.Alarm, begun.Severity));
    }

    /// <summary>Some printers are slower in their alert table than in their bits: the alarm stays the one that it was.</summary>
    [Fact]
    public async Task Jam_BitGoesBeforeTheAlert_DoesNotBeginAnew()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        await bench.StartAsync();
        bench.Device.Happen("jam", 1);
        await bench.RoundAsync();
        bench.Tree.Bytes("1.3.6.1.2.1.25.3.5.1.2.1", 0);
        await bench.RoundAsync();
        bench.Device.Happen("jam", 0);
        bench.Tree.Bytes("1.3.6.1.2.1.25.3.5.1.2.1", 4);
        await bench.RoundAsync();
        Assert.Single(bench.Told<KioskAlarmBody>());
    }

    [Fact]
    public async Task Toner_RunsLow_IsAnEventOfTheSupplyAndAWarning()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        await bench.StartAsync();
        bench.Device.Happen("toner", 8);
        await bench.RoundAsync();

        var low = bench.Told<KioskConsumableBody>().Last();
        Assert.Equal(("low", 8, false), (low.State, low.LevelPercent, low.Fills));
        Assert.Equal(Lane.Event, bench.Sink.Entered.Last(reading => reading.Body is KioskConsumableBody).Lane);
        Assert.Equal("warning", bench.Told<KioskModuleBody>().Last().Health);
        Assert.Empty(bench.Told<KioskAlarmBody>());
    }

    [Theory]
    [InlineData(-1, "unknown", null)]
    [InlineData(-2, "unknown", null)]
    [InlineData(-3, "ok", null)]
    [InlineData(0, "full", 100.0)]
    [InlineData(7, "high", 93.0)]
    [InlineData(100, "ok", 0.0)]
    [InlineData(101, "ok", null)]
    public async Task Waste_LevelOrWord_IsHowFullItIs(int level, string state, double? percent)
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        bench.Tree.Whole("1.3.6.1.2.1.43.11.1.1.9.1.3", level);
        await bench.StartAsync();

        var waste = bench.Told<KioskConsumableBody>().Single(one => one.Supply == "waste-toner");
        Assert.Equal((state, percent, true), (waste.State, waste.LevelPercent, waste.Fills));
    }

    [Theory]
    [InlineData(-3, -2, "ok", null)]
    [InlineData(-2, 12_000, "unknown", null)]
    [InlineData(-1, 12_000, "unknown", null)]
    [InlineData(-9, 12_000, "unknown", null)]
    [InlineData(0, -2, "out", null)]
    [InlineData(0, 12_000, "out", 0.0)]
    [InlineData(1200, 12_000, "low", 10.0)]
    [InlineData(1201, 12_000, "ok", 10.0)]
    [InlineData(500, -2, "ok", null)]
    [InlineData(500, 0, "ok", null)]
    [InlineData(13_000, 12_000, "ok", null)]
    public async Task Toner_LevelOrWord_IsNoWrongNumber(int level, int capacity, string state, double? percent)
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        bench.Tree.Whole("1.3.6.1.2.1.43.11.1.1.8.1.1", capacity);
        bench.Tree.Whole("1.3.6.1.2.1.43.11.1.1.9.1.1", level);
        await bench.StartAsync();

        var toner = bench.Told<KioskConsumableBody>().Single(one => one.Supply == "toner");
        Assert.Equal((state, percent), (toner.State, toner.LevelPercent));
    }

    [Fact]
    public async Task Values_NoTableKnows_StayVisible()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        bench.Tree.Whole("1.3.6.1.2.1.25.3.5.1.1.1", 9);
        bench.Tree.Bytes("1.3.6.1.2.1.25.3.5.1.2.1", 0, 1, 0x80);
        bench.Tree.Whole("1.3.6.1.2.1.43.11.1.1.5.1.2", 77);
        bench.Tree.Whole("1.3.6.1.2.1.43.8.2.1.11.1.1", 500);
        await bench.StartAsync();

        var module = Assert.Single(bench.Told<KioskModuleBody>());
        Assert.Equal(["hrPrinterStatus:9", "hrPrinterDetectedErrorState:15", "hrPrinterDetectedErrorState:16", "input.1:500"], module.Raw);
        Assert.Equal("warning", module.Health);
        Assert.Contains(bench.Told<KioskConsumableBody>(), supply => supply.Supply == "supply-77");
    }

    [Fact]
    public async Task Counter_SmallerThanBefore_SaysThatItBeganAnew()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("prints", "99000", default);
        await using var bench = new SnmpBench(SnmpBench.Printer, memory: memory);
        await bench.StartAsync();

        Assert.Equal(["prints"], Assert.Single(bench.Told<KioskCounterBody>()).Restarted);
    }

    [Fact]
    public async Task Counter_AnHourOrANewDay_IsTold()
    {
        // 03:32 in UTC is 11:32 at the site: twelve hours and a half later a new day begins.
        await using var bench = new SnmpBench(SnmpBench.Printer with { Every = TimeSpan.FromMinutes(5) });
        await bench.StartAsync();
        await bench.RoundAsync(12);
        Assert.Equal([41_200, 41_560], bench.Told<KioskCounterBody>().Select(counter => counter.Prints!.Value));
        await bench.RoundAsync(12 * 12);
        Assert.Equal(14 + 1, bench.Told<KioskCounterBody>().Count());
    }

    [Fact]
    public async Task Restart_AlarmStandsOrIsOver_IsToldOnce()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(SnmpBench.Printer, memory: memory))
        {
            before.Device.Happen("jam", 1);
            await before.StartAsync();
        }

        await using (var same = new SnmpBench(SnmpBench.Printer, memory: memory))
        {
            same.Device.Happen("jam", 1);
            await same.StartAsync();
            Assert.Empty(same.Told<KioskAlarmBody>());
        }

        await using var after = new SnmpBench(SnmpBench.Printer, memory: memory);
        await after.StartAsync();
        var over = Assert.Single(after.Told<KioskAlarmBody>());
        Assert.Equal(("jam", false, "resync"), (over.Alarm, over.Active, over.Detected));
    }

    [Fact]
    public async Task Restart_NothingChangedMeanwhile_TellsNothingOfItAnew()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(SnmpBench.Printer, memory: memory))
        {
            before.Device.Happen("toner", 8);
            await before.StartAsync();
            Assert.Single(before.Told<KioskModuleBody>());
        }

        await using (var same = new SnmpBench(SnmpBench.Printer, memory: memory))
        {
            same.Device.Happen("toner", 8);
            await same.StartAsync();
            Assert.Empty(same.Told<KioskModuleBody>());
            Assert.Equal((Lane.Telemetry, null), (Assert.Single(same.Sink.Entered, reading => reading.Body is KioskStateBody).Lane, same.Told<KioskStateBody>().Single().Changed));
        }

        await using var other = new SnmpBench(SnmpBench.Printer, memory: memory);
        await other.StartAsync();
        Assert.Equal(("ok", "resync"), (Assert.Single(other.Told<KioskModuleBody>()).Health, other.Told<KioskModuleBody>().Single().Detected));
        Assert.Equal(["health"], Assert.Single(other.Told<KioskStateBody>()).Changed!);
    }

    /// <summary>Killed between telling and noting: nobody knows what was told, so that it is told how it is, even when that is what was told before.</summary>
    [Fact]
    public async Task Restart_KilledWhileTelling_TellsHowItIs()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(SnmpBench.Printer, memory: memory))
        {
            await before.StartAsync();
        }

        await using (var killed = new SnmpBench(SnmpBench.Printer, memory: memory) { Sink = new FakeSink { Refuses = true } })
        {
            killed.Device.Happen("toner", 8);
            await killed.StartAsync();
        }

        await using var after = new SnmpBench(SnmpBench.Printer, memory: memory);
        await after.StartAsync();
        Assert.Equal("ok", Assert.Single(after.Told<KioskModuleBody>()).Health);
    }

    [Fact]
    public async Task Walk_DoesNotEnd_EndsAllTheSameAndLeavesAlarmsAsTheyWere()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(SnmpBench.Printer, memory: memory))
        {
            before.Device.Happen("jam", 1);
            await before.StartAsync();
        }

        await using var bench = new SnmpBench(SnmpBench.Printer, new SnmpTwinProfile { Faults = new SnmpFaultPlan { Loops = true } }, memory);
        await bench.StartAsync();

        Assert.Contains((FaultKind.Garbled, "objects-do-not-grow"), bench.Host.Faults);
        Assert.Empty(bench.Told<KioskAlarmBody>());
    }

    [Fact]
    public async Task Printer_GoneFromItsServer_KeepsItsAlarmAndIsAbsent()
    {
        const string Status = "1.3.6.1.2.1.25.3.5.1.1.2";
        const string Errors = "1.3.6.1.2.1.25.3.5.1.2.2";
        var memory = new FakeMemory();
        await using var bench = new SnmpBench(SnmpBench.Printer, memory: memory);
        bench.Tree.Whole(Status, 3);
        bench.Tree.Bytes(Errors, 4);
        await bench.StartAsync();
        Assert.Equal([("printer-2", true)], Alarms(bench));

        bench.Tree.Remove(Status);
        bench.Tree.Remove(Errors);
        await bench.RoundAsync(3);
        Assert.Equal([("printer-2", true)], Alarms(bench));
        Assert.Equal([("printer", "ok"), ("printer-2", "fault"), ("printer-2", "absent")], bench.Told<KioskModuleBody>().Select(one => (one.Module, one.Health)));

        // The agent went on while the gateway was away.
        await using var after = new SnmpBench(SnmpBench.Printer, memory: memory);
        after.Time.Advance(TimeSpan.FromHours(1));
        await after.StartAsync();
        await after.RoundAsync();
        Assert.Empty(after.Told<KioskModuleBody>());

        after.Tree.Whole(Status, 3);
        after.Tree.Bytes(Errors, 0);
        await after.RoundAsync();
        Assert.Equal([("printer-2", false)], Alarms(after));
        Assert.Equal("ok", after.Told<KioskModuleBody>().Last().Health);
    }

    [Fact]
    public async Task Printer_GoneWhileTheGatewayWasAway_IsAbsent()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(SnmpBench.Printer, memory: memory))
        {
            before.Tree.Whole("1.3.6.1.2.1.25.3.5.1.1.2", 3);
            await before.StartAsync();
            Assert.Equal(["printer", "printer-2"], before.Told<KioskModuleBody>().Select(one => one.Module));
        }

        await using var after = new SnmpBench(SnmpBench.Printer, memory: memory);
        await after.StartAsync();
        await after.RoundAsync();
        Assert.Equal(("printer-2", "absent"), (Assert.Single(after.Told<KioskModuleBody>()).Module, after.Told<KioskModuleBody>().Single().Health));
    }

    /// <summary>An agent that is just starting has an empty tree for a while.</summary>
    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task Round_NoPrinterInIt_LeavesAlarmsAsTheyWere(SnmpVersion version)
    {
        await using var bench = new SnmpBench(SnmpBench.Printer with { Version = version });
        bench.Device.Happen("jam", 1);
        await bench.StartAsync();
        int told = bench.Sink.Entered.Count;
        var answer = bench.Network.Asked;
        bench.Network.Asked = bytes => bench.Network.Say(new SnmpAgent(new AgentTree(), new SnmpFaultPlan(), "public").Answer(AgentQuestion.Read(bytes, 1)!)[0]);
        await bench.RoundAsync();
        bench.Network.Asked = answer;
        await bench.RoundAsync();

        Assert.Equal([true], bench.Told<KioskAlarmBody>().Select(alarm => alarm.Active));
        Assert.Equal(told, bench.Sink.Entered.Count);
        Assert.Equal([(FaultKind.Silent, "round-missing")], bench.Host.Faults.Where(fault => fault.Item1 == FaultKind.Silent));
    }

    [Fact]
    public async Task Connect_NoPrinter_IsUnsupported()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer, new SnmpTwinProfile { IsSwitch = true });

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(bench.ConnectAsync);

        Assert.Equal(FaultKind.Unsupported, fault.Kind);
        Assert.Contains("Printer-MIB", fault.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(string?, bool?)> Alarms(SnmpBench bench) => bench.Told<KioskAlarmBody>().Select(alarm => (alarm.Module, alarm.Active));

    private static IEnumerable<string> Supplies(SnmpBench bench) =>
        bench.Told<KioskConsumableBody>().Select(one => FormattableString.Invariant($"{one.Name} {one.Supply} {one.State} {one.LevelPercent} {one.Count} {one.Fills}"));
}
