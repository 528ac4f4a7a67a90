using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

/// <summary>What a gateway says that begins anew, with what it remembered.</summary>
public sealed class Xfs4IotRestartTests
{
    [Fact]
    public async Task Run_NothingChangedMeanwhile_TellsNothing()
    {
        var memory = new FakeMemory();
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        await (await KioskRun.SettledAsync(kiosk, memory)).DisposeAsync();

        await using var run = await KioskRun.StartAsync(kiosk, memory);
        await kiosk.SettledAsync("IdSlot", 2);
        await kiosk.SettledAsync("Receipt", 2);
        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");

        await run.UntilAsync(() => run.Sink.Entered.Count > 0, "the change behind it");
        Assert.Equal("IdSlot", Assert.Single(run.Modules).Module);
        Assert.Empty(run.States);
    }

    [Fact]
    public async Task Run_OneChangedMeanwhile_TellsThatOneAsFound()
    {
        var memory = new FakeMemory();
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        await (await KioskRun.SettledAsync(kiosk, memory)).DisposeAsync();
        kiosk.Status["Receipt"] = """{"common":{"device":"hardwareError"},"cardReader":{"media":"notPresent"}}""";

        await using var run = await KioskRun.SettledAsync(kiosk, memory);

        var changed = Assert.Single(run.Modules);
        Assert.Equal(("Receipt", KioskWords.Fault, KioskWords.Resync, null), (changed.Module, changed.Health, changed.Detected, changed.Since));
        Assert.Equal(["health"], changed.Changed);
    }

    [Fact]
    public async Task Run_KilledBehindAChange_TellsHowItIsEvenWhenItChangedBack()
    {
        var memory = new FakeMemory();
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        await (await KioskRun.SettledAsync(kiosk, memory)).DisposeAsync();
        var crashed = await KioskRun.StartAsync(kiosk, memory);
        await kiosk.SettledAsync("IdSlot", 2);
        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");
        await crashed.UntilAsync(() => crashed.Sink.Stored > 0, "a change is told");
        string telling = memory.Recall("telling")!;
        memory.Refuses = true;
        await crashed.DisposeAsync();
        memory.Refuses = false;

        await using var run = await KioskRun.StartAsync(kiosk, memory);
        await run.UntilAsync(() => run.Modules.Count > 0, "it is told how it is");
        Assert.StartsWith("IdSlot", telling, StringComparison.Ordinal);
        Assert.Equal(("IdSlot", KioskWords.Resync), (run.Modules.Single().Module, run.Modules.Single().Detected));
        Assert.Contains(new KioskPart("media", "notPresent"), run.Modules.Single().Parts!);
    }

    [Fact]
    public async Task Run_OnAndOn_IsRememberedOnceInAWhile()
    {
        var memory = new FakeMemory();
        await using var kiosk = new HandKiosk();
        await using var run = await KioskRun.SettledAsync(kiosk, memory);
        Assert.NotEqual(string.Empty, memory.Recall("telling"));

        await run.PassUntilAsync(() => memory.Recall("telling") is "" && memory.Recall("kiosk") is { Length: > 0 }, "it is remembered");
    }

    [Fact]
    public async Task Start_KioskDiedMeanwhile_IsToldAsGoneOnceAndKeepsItsAlarm()
    {
        var memory = new FakeMemory();
        var kiosk = new HandKiosk();
        kiosk.Status["IdSlot"] = """{"common":{"device":"online"},"auxiliaries":{"cabinetDoor":"open"}}""";
        await (await KioskRun.SettledAsync(kiosk, memory)).DisposeAsync();
        await kiosk.DisposeAsync();

        await using (var run = await KioskRun.StartAsync(kiosk, memory))
        {
            Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => run.Running.WaitAsync(TimeSpan.FromSeconds(20)))).Kind);
            Assert.Equal((KioskWords.Unknown, "STALE_STATUS", KioskWords.Resync, null), (run.Modules.Single().Health, run.Modules.Single().Flags!.Single(), run.Modules.Single().Detected, run.Modules.Single().Since));
            Assert.Equal((KioskWords.Unknown, KioskWords.Down, KioskWords.Resync, 1), (run.States.Single().Health, run.States.Single().Link, run.States.Single().Detected, run.States.Single().Modules));
            Assert.Empty(run.Alarms);
        }

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => KioskRun.StartAsync(kiosk, memory))).Kind);
    }

    [Fact]
    public async Task Start_KioskDiedMeanwhileAndTheDiskRefuses_IsToldTheNextTime()
    {
        var memory = new FakeMemory();
        var kiosk = new HandKiosk();
        await (await KioskRun.SettledAsync(kiosk, memory)).DisposeAsync();
        await kiosk.DisposeAsync();
        await using (var refused = await KioskRun.StartAsync(kiosk, memory, refuses: true))
        {
            await Assert.ThrowsAsync<StoreRefusedException>(() => refused.Running.WaitAsync(TimeSpan.FromSeconds(20)));
        }

        await using var run = await KioskRun.StartAsync(kiosk, memory);
        await run.UntilAsync(() => run.States.Count == 1, "it is gone");
        Assert.Equal(KioskWords.Down, run.States.Single().Link);
    }

    [Fact]
    public async Task Reconnect_AnErrorThatWasToldJustNow_IsNotToldAgain()
    {
        const string Error = """{"header":{"name":"Common.ErrorEvent","type":"event","version":"2.0"},"payload":{"eventId":"hardware","action":"maintenance","vendorDescription":"E1207 write failed"}}""";
        var host = new SharedShelf();
        await using var kiosk = new HandKiosk();
        await using (var before = await KioskRun.StartAsync(kiosk, shared: host))
        {
            await kiosk.SettledAsync("IdSlot");
            await kiosk.SayAsync("IdSlot", Error);
            await before.UntilAsync(() => before.Alarms.Count == 1, "the first");
        }

        await using var run = await KioskRun.StartAsync(kiosk, shared: host);
        await kiosk.SettledAsync("IdSlot", 2);
        await kiosk.SayAsync("IdSlot", Error);
        await run.UntilAsync(() => run.Faults(FaultKind.Garbled).Contains("error-repeated"), "the second is counted");
        Assert.Empty(run.Alarms);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("""[{"Module":"IdSlot","Class":"CardReader","Health":"ok","Parts":["="],"Raw":[null]}]""")]
    public async Task Run_MemoryDamaged_TellsEverything(string text)
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("modules-0", text, default);
        await memory.RememberAsync("kiosk", text, default);
        await memory.RememberAsync("telling", "x", default);
        await using var kiosk = new HandKiosk();

        await using var run = await KioskRun.SettledAsync(kiosk, memory);

        Assert.Equal("IdSlot", Assert.Single(run.Modules).Module);
    }
}
