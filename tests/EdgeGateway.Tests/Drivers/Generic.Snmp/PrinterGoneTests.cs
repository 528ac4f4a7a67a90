using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

public sealed class PrinterGoneTests
{
    private const string Status = "1.3.6.1.2.1.25.3.5.1.1.";
    private const string Errors = "1.3.6.1.2.1.25.3.5.1.2.";

    [Fact]
    public async Task Names_ThatAnAgentInventsWithoutEnd_AreToldAndForgotten()
    {
        await using var bench = new SnmpBench(SnmpBench.Printer);
        await bench.StartAsync();
        for (int i = 0; i < 560; i++)
        {
            Put(bench, 1_000_000 + i, 0);
            if (i % 7 == 6)
            {
                await bench.RoundAsync();
                for (int old = i - 6; old <= i; old++)
                {
                    Take(bench, 1_000_000 + old);
                }
            }
        }

        await bench.RoundAsync();
        Assert.Equal(560, bench.Told<KioskModuleBody>().Count(one => one.Health == KioskWords.Absent));
        Assert.InRange(bench.Host.Memory.Recall("told")!.Length, 1, 100);
    }

    [Fact]
    public async Task Memory_FullOfNames_StaysUsable()
    {
        var memory = new FakeMemory();
        string full = string.Join('\n', Enumerable.Range(0, 496).Select(i => $"{i:x16}printer-{1_000_000 + i}"));
        await memory.RememberAsync("told", full + "\n0123456789abcdef" + new string('x', IDeviceMemory.LongestValue - full.Length - 17), CancellationToken.None);
        await using var bench = new SnmpBench(SnmpBench.Printer, memory: memory);
        await bench.StartAsync();
        await bench.RoundAsync(2);

        Assert.Contains(bench.Told<KioskModuleBody>(), one => one.Module == "printer");
        Assert.Equal(24, bench.Told<KioskModuleBody>().Count(one => one.Health == KioskWords.Absent));
    }

    /// <summary>An agent that begins anew may number its printers anew.</summary>
    [Fact]
    public async Task Agent_BeginsAnewWithOtherNumbers_EndsTheAlarmOfTheOldOneAndTellsAllAnew()
    {
        var memory = new FakeMemory();
        await using (var before = new SnmpBench(SnmpBench.Printer, memory: memory))
        {
            before.Time.Advance(TimeSpan.FromHours(1));
            Put(before, 5, 4);
            await before.StartAsync();
            Assert.Equal([("printer-5", true, null)], Alarms(before));
        }

        await using var after = new SnmpBench(SnmpBench.Printer, memory: memory);
        Put(after, 7, 4);
        await after.StartAsync();
        await after.RoundAsync(2);

        Assert.Equal([("printer-5", false, "GONE"), ("printer-7", true, null)], Alarms(after));
        Assert.Equal(["printer-5 absent", "printer ok", "printer-7 fault"], after.Told<KioskModuleBody>().Select(one => $"{one.Module} {one.Health}"));
    }

    [Fact]
    public async Task Printer_GoneForADayOfWholeAnswers_EndsItsAlarm()
    {
        var memory = new FakeMemory();
        await using var bench = new SnmpBench(SnmpBench.Printer with { Every = TimeSpan.FromHours(1) }, memory: memory);
        Put(bench, 5, 4);
        await bench.StartAsync();
        Take(bench, 5);
        await bench.RoundAsync(12);

        // The gateway is started anew, and the agent goes on.
        await using var after = new SnmpBench(SnmpBench.Printer with { Every = TimeSpan.FromHours(1) }, memory: memory);
        after.Time.Advance(TimeSpan.FromHours(13));
        await after.StartAsync();
        await after.RoundAsync(12);
        Assert.Empty(Alarms(after));
        await after.RoundAsync(2);
        Assert.Equal([("printer-5", false, "GONE")], Alarms(after));
        Assert.Empty(after.Told<KioskModuleBody>());
    }

    [Fact]
    public async Task Alarm_ThatNeedsRoom_GetsThatOfAPrinterThatIsGone()
    {
        var memory = new FakeMemory();
        var host = new FakeHost(null!, new FakeTimeProvider()) { Memory = memory };
        var alarms = new KioskAlarms(host.Context);
        var voice = new KioskVoice(host.Context, "generic-snmp", new FakeSink());
        for (int i = 0; i < KioskAlarms.Most; i++)
        {
            await alarms.SetAsync($"printer-{100 + i}", [new KioskAlarm($"printer-{100 + i}", "jam", "major", $"printer-{100 + i}", Code: $"{i}")], voice, KioskMoment.Now, CancellationToken.None);
        }

        await using var bench = new SnmpBench(SnmpBench.Printer, memory: memory);
        bench.Device.Happen("jam", 1);
        await bench.StartAsync();

        Assert.Equal([(false, "GONE"), (true, null)], Alarms(bench).Select(one => (one.IsActive, one.Flag)));
        Assert.Equal("printer", Alarms(bench).Last().Module);
    }

    private static void Put(SnmpBench bench, int printer, byte errors)
    {
        bench.Tree.Whole($"{Status}{printer}", 3);
        bench.Tree.Bytes($"{Errors}{printer}", errors);
    }

    private static void Take(SnmpBench bench, int printer)
    {
        bench.Tree.Remove($"{Status}{printer}");
        bench.Tree.Remove($"{Errors}{printer}");
    }

    private static IEnumerable<(string? Module, bool? IsActive, string? Flag)> Alarms(SnmpBench bench) =>
        bench.Told<KioskAlarmBody>().Select(alarm => (alarm.Module, alarm.Active, alarm.Flags?.Single()));
}
