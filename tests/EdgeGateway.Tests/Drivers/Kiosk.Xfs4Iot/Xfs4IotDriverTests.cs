using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

public sealed class Xfs4IotDriverTests
{
    private const string Printer = """{"common":{"device":"online"},"printer":{"media":"notPresent","paper":{"upper":"low","lower":"full"},"toner":"full"}}""";
    private const string Bin = """{"storage":{"unitBIN1":{"positionName":"unitBIN1","capacity":50,"status":"ok","card":{"capabilities":{"type":"retain"},"configuration":{"threshold":40},"status":{"initialCount":0,"count":40,"retainCount":40,"replenishmentStatus":"high"}}}}}""";

    [Fact]
    public async Task Run_FirstContact_TellsModulesSuppliesAndTheKioskOnce()
    {
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        kiosk.Status["Receipt"] = Printer;
        kiosk.Storage["IdSlot"] = Bin;
        await using var run = await KioskRun.SettledAsync(kiosk);

        Assert.Equal(["IdSlot", "Receipt"], run.Modules.Select(one => one.Module).Order());
        var slot = run.Modules.Single(one => one.Module == "IdSlot");
        Assert.Equal(("CardReader", KioskWords.Warning, "minor", KioskWords.Resync, null), (slot.Class, slot.Health, slot.Severity, slot.Detected, slot.Changed));
        Assert.Contains(new KioskPart("media", "notPresent"), slot.Parts!);
        Assert.Equal(["lower full", "toner full", "unitBIN1 high", "upper low"], run.Consumables.Select(one => $"{one.Name} {one.State}").Order());
        Assert.Equal((80.0, 40L, 50L, true), (run.Consumables.Single(one => one.Name == "unitBIN1") is var bin ? bin.LevelPercent : null, bin.Count, bin.Capacity, bin.Fills));
        var state = Assert.Single(run.States);
        Assert.Equal((KioskWords.Warning, KioskWords.Up, "Acme", 2), (state.Health, state.Link, state.Vendor, state.Modules));
        Assert.Equal(["IdSlot", "Receipt"], state.Troubled);
        Assert.All(run.Sink.Entered, reading => Assert.Equal(("cam-1", "kiosk-xfs4iot"), (reading.Device, reading.Driver)));
    }

    [Fact]
    public async Task Run_Delta_IsLaidOverTheStatusAndToldOnce()
    {
        await using var kiosk = new HandKiosk();
        kiosk.Status["IdSlot"] = """{"common":{"device":"online"},"cardReader":{"media":"notPresent","chipModule":"ok"}}""";
        await using var run = await KioskRun.SettledAsync(kiosk);

        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");
        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");
        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"jammed"}}""");

        await run.UntilAsync(() => run.Modules.Count == 3, "two changes");
        Assert.Equal(["media"], run.Modules[1].Changed);
        Assert.Null(run.Modules[1].Detected);
        Assert.Contains(new KioskPart("chipModule", "ok"), run.Modules[1].Parts!);
        Assert.Equal((KioskWords.Fault, "major"), (run.Modules[2].Health, run.Modules[2].Severity));
        Assert.NotNull(run.Modules[2].Since);
        await run.UntilAsync(() => run.States.Count == 2, "the kiosk has a fault");
        Assert.Equal(("jam", true, "IdSlot", "media"), (run.Alarms.Single().Alarm, run.Alarms.Single().Active, run.Alarms.Single().Module, run.Alarms.Single().Name));
    }

    [Fact]
    public async Task Run_OneServiceLost_IsUnknownThenFoundAgainAndTheOtherKeepsItsLink()
    {
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        await using var run = await KioskRun.SettledAsync(kiosk);
        kiosk.Away["IdSlot"] = true;

        await kiosk.DropAsync("IdSlot");

        await run.UntilAsync(() => run.States.Count == 2, "the slot is lost");
        var lost = run.Modules.Last();
        Assert.Equal(("IdSlot", KioskWords.Unknown, "major"), (lost.Module, lost.Health, lost.Severity));
        Assert.Equal(["STALE_STATUS"], lost.Flags);
        Assert.Contains(new KioskPart("media", "notPresent"), lost.Parts!);
        Assert.Equal((KioskWords.Unknown, KioskWords.Up), (run.States.Last().Health, run.States.Last().Link));
        await kiosk.DeltaAsync("Receipt", """{"cardReader":{"media":"present"}}""");
        await run.UntilAsync(() => run.Modules.Count(one => one.Module == "Receipt") == 2, "the other goes on");

        kiosk.Status["IdSlot"] = """{"common":{"device":"online"},"cardReader":{"media":"present"}}""";
        kiosk.Away.Clear();
        await run.PassUntilAsync(() => run.States.Count == 3, "the slot is back");

        var back = run.Modules.Last(one => one.Module == "IdSlot");
        Assert.Equal((KioskWords.Ok, KioskWords.Resync, null), (back.Health, back.Detected, back.Flags));
        Assert.Equal(["health", "media", "stale"], back.Changed!.Order());
        Assert.Single(kiosk.Heads, head => head.Contains("/Receipt/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_AllLost_TellsThatTheLinkIsDownAndEnds()
    {
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        await using var run = await KioskRun.SettledAsync(kiosk);

        kiosk.Die();
        await run.PassUntilAsync(() => run.Running.IsCompleted, "the conversation ends");

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => run.Running)).Kind);
        Assert.Equal((KioskWords.Unknown, KioskWords.Down), (run.States.Last().Health, run.States.Last().Link));
    }

    [Fact]
    public async Task Run_NothingForLong_IsADeadLink()
    {
        await using var kiosk = new HandKiosk();
        await using var run = await KioskRun.SettledAsync(kiosk);
        kiosk.Mute["IdSlot/Common.Status"] = true;
        run.Time.Advance(TimeSpan.FromSeconds(60));
        await run.UntilAsync(() => kiosk.Count("IdSlot", "Common.Status") == 2, "the second question");
        int heads = kiosk.Heads.Count;

        run.Time.Advance(TimeSpan.FromSeconds(60));
        await run.PassUntilAsync(() => kiosk.Heads.Count > heads, "it is dialled anew");

        Assert.Contains("service-lost", run.Faults(FaultKind.Silent));
    }

    [Fact]
    public async Task Run_StatusSilentButAlive_IsUnknownAndKeepsItsLink()
    {
        await using var kiosk = new HandKiosk();
        await using var run = await KioskRun.SettledAsync(kiosk);
        kiosk.Mute["IdSlot/Common.Status"] = true;
        run.Time.Advance(TimeSpan.FromSeconds(60));
        await run.UntilAsync(() => kiosk.Count("IdSlot", "Common.Status") == 2, "the second question");
        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");
        await run.UntilAsync(() => run.Modules.Count == 2, "it lives");

        run.Time.Advance(TimeSpan.FromSeconds(31));
        await run.UntilAsync(() => run.States.Count == 2, "its status is too old");

        Assert.Equal((KioskWords.Unknown, KioskWords.Down), (run.States.Last().Health, run.States.Last().Link));
        Assert.Equal((KioskWords.Unknown, "STALE_STATUS"), (run.Modules.Last().Health, run.Modules.Last().Flags!.Single()));
        await kiosk.DeltaAsync("IdSlot", """{"auxiliaries":{"cabinetDoor":"open"}}""");
        await run.UntilAsync(() => run.Alarms.Count == 1, "the door is told all the same");
        Assert.Equal(2, kiosk.Count("IdSlot", "Common.Status"));

        await kiosk.SayAsync("IdSlot", """{"header":{"name":"Common.Status","requestId":3,"type":"completion","version":"3.0","completionCode":"success"},"payload":{"common":{"device":"online"},"auxiliaries":{"cabinetDoor":"closed"}}}""");
        await run.UntilAsync(() => run.States.Count == 3, "it answers at last");
        Assert.Equal((KioskWords.Ok, KioskWords.Up), (run.States.Last().Health, run.States.Last().Link));
        Assert.Equal([true, false], run.Alarms.Select(one => one.Active));
        Assert.Equal(2, kiosk.Heads.Count);
    }

    [Fact]
    public async Task Run_ErrorEvent_IsAnAlarmWithoutTheTextOfAPersonAndAsksForTheStatus()
    {
        await using var kiosk = new HandKiosk();
        await using var run = await KioskRun.SettledAsync(kiosk);
        const string Error = """{"header":{"name":"Common.ErrorEvent","type":"event","version":"2.0"},"payload":{"eventId":"hardware","action":"maintenance","vendorDescription":"E1207 write failed card 11010519491231002X"}}""";

        await kiosk.SayAsync("IdSlot", Error);
        await kiosk.SayAsync("IdSlot", Error);

        await run.UntilAsync(() => run.Faults(FaultKind.Garbled).Contains("error-repeated"), "the second is counted");
        var alarm = Assert.Single(run.Alarms);
        Assert.Equal(("device-error", "major", "hardware/maintenance", "E1207", null), (alarm.Alarm, alarm.Severity, alarm.Name, alarm.Code, alarm.Active));
        Assert.Equal("E1207 write failed card ***", alarm.Text);
        Assert.Equal(1, kiosk.Count("IdSlot", "Common.Status"));
        run.Time.Advance(TimeSpan.FromSeconds(10));
        await kiosk.AnsweredAsync("IdSlot", "Common.Status", 2);
    }

    [Fact]
    public async Task Run_ATechnicianTakesTheKioskOver_MakesAllItsModulesMaintenance()
    {
        await using var kiosk = new HandKiosk("Mode", "Receipt");
        kiosk.Status["Mode"] = """{"common":{"device":"online"},"vendorMode":{"device":"online","service":"inactive"}}""";
        kiosk.Status["Receipt"] = """{"common":{"device":"online"},"printer":{"media":"jammed"}}""";
        await using var run = await KioskRun.SettledAsync(kiosk);
        await run.UntilAsync(() => run.Alarms.Count == 1, "the jam");

        await kiosk.SayAsync("Mode", """{"header":{"name":"VendorMode.ModeEnteredEvent","type":"event","version":"2.0"}}""");

        await run.UntilAsync(() => run.States.Count == 2, "maintenance");
        Assert.Equal((KioskWords.Maintenance, KioskWords.Maintenance), (run.States.Last().Health, run.States.Last().Mode));
        Assert.Equal(KioskWords.Maintenance, run.Modules.Last(one => one.Module == "Receipt").Health);
    }

    [Fact]
    public async Task Run_TheDiskRefuses_EndsAndTellsItWhenItTakesReadings()
    {
        var memory = new FakeMemory();
        await using var kiosk = new HandKiosk();
        await using (var full = await KioskRun.StartAsync(kiosk, memory, refuses: true))
        {
            await Assert.ThrowsAsync<StoreRefusedException>(() => full.Running.WaitAsync(TimeSpan.FromSeconds(60)));
            Assert.Contains(WatchReasons.NotStored, full.Faults(FaultKind.Busy));
        }

        await using var run = await KioskRun.SettledAsync(kiosk, memory);
        Assert.Equal("IdSlot", Assert.Single(run.Modules).Module);
    }

    [Fact]
    public async Task Run_NamedServiceThatNobodyKnows_IsAbsent()
    {
        await using var kiosk = new HandKiosk();
        await using var run = await KioskRun.SettledAsync(kiosk, options: new Xfs4IotOptions { Host = "127.0.0.1", Services = ["IdSlot", "Receipt"] });

        var absent = run.Modules.Single(one => one.Module == "Receipt");
        Assert.Equal((KioskWords.Absent, "major"), (absent.Health, absent.Severity));
        Assert.Equal(["Receipt"], run.States.Single().Troubled);
    }
}
