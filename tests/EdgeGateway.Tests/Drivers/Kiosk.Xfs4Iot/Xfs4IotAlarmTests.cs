using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

/// <summary>An alarm ends only by a word that says so: not listed, not known, hushed and not reached are no ends.</summary>
public sealed class Xfs4IotAlarmTests
{
    private const string DoorOpen = """{"common":{"device":"online"},"auxiliaries":{"cabinetDoor":"open"}}""";
    private const string DoorClosed = """{"common":{"device":"online"},"auxiliaries":{"cabinetDoor":"closed"}}""";

    [Fact]
    public async Task Maintenance_PaperIsOutBeforeAndBehindIt_IsOneAlarm()
    {
        await using var kiosk = new HandKiosk("Mode", "Receipt");
        kiosk.Status["Mode"] = """{"common":{"device":"online"},"vendorMode":{"device":"online","service":"inactive"}}""";
        kiosk.Status["Receipt"] = """{"common":{"device":"online"},"printer":{"paper":{"upper":"out"}}}""";
        await using var run = await KioskRun.SettledAsync(kiosk);

        await kiosk.SayAsync("Mode", """{"header":{"name":"VendorMode.ModeEnteredEvent","type":"event","version":"2.0"}}""");
        await run.UntilAsync(() => run.States.Count == 2, "maintenance");
        await kiosk.DeltaAsync("Receipt", """{"printer":{"media":"jammed"}}""");
        await run.UntilAsync(() => run.Modules.Last().Parts!.Contains(new KioskPart("media", "jammed")), "a jam in maintenance");
        await kiosk.SayAsync("Mode", """{"header":{"name":"VendorMode.ModeExitedEvent","type":"event","version":"2.0"}}""");
        await run.UntilAsync(() => run.States.Count == 3, "maintenance is over");

        Assert.Equal(["supply-out paper.upper True", "jam media True"], Told(run));
        await kiosk.DeltaAsync("Receipt", """{"printer":{"paper":{"upper":"full"},"media":"notPresent"}}""");
        await run.UntilAsync(() => run.Alarms.Count == 4, "both are over");
    }

    [Fact]
    public async Task Maintenance_PaperIsFilledInIt_EndsOnce()
    {
        await using var kiosk = new HandKiosk();
        kiosk.Status["IdSlot"] = """{"common":{"device":"online","exchange":"inactive"},"printer":{"paper":{"upper":"out"}}}""";
        await using var run = await KioskRun.SettledAsync(kiosk);

        await kiosk.DeltaAsync("IdSlot", """{"common":{"exchange":"active"}}""");
        await kiosk.DeltaAsync("IdSlot", """{"printer":{"paper":{"upper":"full"}}}""");
        await kiosk.DeltaAsync("IdSlot", """{"common":{"exchange":"inactive"}}""");

        await run.UntilAsync(() => run.Modules.Count == 4, "all of it is told");
        Assert.Equal(["supply-out paper.upper True", "supply-out paper.upper False"], Told(run));
    }

    [Theory]
    [InlineData("""{"common":{"device":"online"},"auxiliaries":{}}""")]
    [InlineData("""{"common":{"device":"online"}}""")]
    [InlineData("""{"common":{"device":"online"},"auxiliaries":{"cabinetDoor":"undefined"}}""")]
    [InlineData("""{"common":{"device":"online"},"auxiliaries":{"cabinetDoor":"unknown"}}""")]
    public async Task Status_ThatDoesNotSayHowTheDoorIs_EndsNothing(string vague)
    {
        await using var kiosk = new HandKiosk();
        kiosk.Status["IdSlot"] = DoorOpen;
        await using var run = await KioskRun.SettledAsync(kiosk);

        kiosk.Status["IdSlot"] = vague;
        run.Time.Advance(TimeSpan.FromSeconds(60));
        await kiosk.AnsweredAsync("IdSlot", "Common.Status", 2);
        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");
        await run.UntilAsync(() => run.Modules.Last().Parts?.Contains(new KioskPart("media", "present")) == true, "it is read");
        Assert.Equal(["door-open cabinetDoor True"], Told(run));

        await kiosk.DeltaAsync("IdSlot", """{"auxiliaries":{"cabinetDoor":"closed"}}""");
        await run.UntilAsync(() => run.Alarms.Count == 2, "it is closed");
        Assert.Equal("door-open cabinetDoor False", Told(run).Last());
    }

    [Fact]
    public async Task Unit_GoneFromAWholeStorage_EndsItsAlarmAndAMissingTrayDoesNot()
    {
        await using var kiosk = new HandKiosk();
        kiosk.Status["IdSlot"] = """{"common":{"device":"online"},"printer":{"paper":{"upper":"out"}}}""";
        kiosk.Storage["IdSlot"] = """{"storage":{"unitCASH1":{"capacity":50,"status":"missing","cash":{"status":{"count":3}}}}}""";
        await using var run = await KioskRun.SettledAsync(kiosk, options: new Xfs4IotOptions { Host = "127.0.0.1", StatusEvery = TimeSpan.FromSeconds(10), StorageEvery = TimeSpan.FromSeconds(20) });
        Assert.Equal(["cash-box-removed unitCASH1 True", "supply-out paper.upper True"], Told(run).Order());

        kiosk.Status["IdSlot"] = """{"common":{"device":"online"}}""";
        kiosk.Storage["IdSlot"] = """{"storage":{}}""";
        await run.PassUntilAsync(() => run.Alarms.Count == 3, "the unit is gone");
        await run.PassUntilAsync(() => kiosk.Answered["IdSlot/Common.Status"] > 2, "the status came too");
        Assert.Equal("cash-box-removed unitCASH1 False", Told(run).Last());
    }

    [Fact]
    public async Task Service_NotListedWhileTheKioskStarts_KeepsItsAlarmAndIsAbsent()
    {
        var memory = new FakeMemory();
        await using var kiosk = new HandKiosk("IdSlot", "Door");
        kiosk.Status["Door"] = DoorOpen;
        await (await KioskRun.SettledAsync(kiosk, memory)).DisposeAsync();

        kiosk.Services = ["IdSlot"];
        await using (var half = await KioskRun.SettledAsync(kiosk, memory))
        {
            var gone = Assert.Single(half.Modules);
            Assert.Equal(("Door", KioskWords.Absent, null, KioskWords.Resync), (gone.Module, gone.Health, gone.Severity, gone.Detected));
            Assert.Equal(1, half.States.Single().Modules);
            Assert.Null(half.States.Single().Troubled);
            Assert.Empty(half.Alarms);
        }

        kiosk.Services = ["IdSlot", "Door"];
        await using (var whole = await KioskRun.SettledAsync(kiosk, memory))
        {
            Assert.Equal("Door", Assert.Single(whole.Modules).Module);
            Assert.Empty(whole.Alarms);
        }

        await using var ignoring = await KioskRun.SettledAsync(kiosk, memory, new Xfs4IotOptions { Host = "127.0.0.1", Ignore = ["Door"] });
        Assert.Equal(["door-open cabinetDoor False"], Told(ignoring));
    }

    [Fact]
    public async Task Reconnect_ADeltaBeforeEverythingIsAsked_TellsWhatIsInTheStatusAsFound()
    {
        await using var kiosk = new HandKiosk();
        await using var run = await KioskRun.SettledAsync(kiosk);
        kiosk.Status["IdSlot"] = DoorOpen;
        kiosk.Mute["IdSlot/Common.Capabilities"] = true;
        await kiosk.DropAsync("IdSlot");
        await run.PassUntilAsync(() => kiosk.Answered.GetValueOrDefault("IdSlot/Common.Status") == 2, "the status behind the outage");

        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");

        await run.UntilAsync(() => run.Alarms.Count == 1, "the door");
        Assert.Equal(KioskWords.Resync, run.Alarms.Single().Detected);
    }

    [Fact]
    public async Task Door_OpenedTwiceWithinAMoment_IsToldTwice()
    {
        await using var kiosk = new HandKiosk();
        kiosk.Status["IdSlot"] = DoorClosed;
        await using var run = await KioskRun.SettledAsync(kiosk);
        foreach (string door in new[] { "open", "closed", "open", "closed" })
        {
            await kiosk.DeltaAsync("IdSlot", $$$"""{"auxiliaries":{"cabinetDoor":"{{{door}}}"}}""");
        }

        await run.UntilAsync(() => run.Alarms.Count == 4, "all of it");
        Assert.Equal(["True", "False", "True", "False"], run.Alarms.Select(alarm => $"{alarm.Active}"));
        Assert.All(run.Alarms, alarm => Assert.Null(alarm.Returns));
    }

    [Fact]
    public async Task Door_ThatFlipsAThousandTimes_IsBoundedAndStandsUntilItIsStill()
    {
        await using var kiosk = new HandKiosk();
        kiosk.Status["IdSlot"] = DoorClosed;
        await using var run = await KioskRun.SettledAsync(kiosk);
        for (int i = 0; i < 1000; i++)
        {
            await kiosk.DeltaAsync("IdSlot", i % 2 == 0 ? """{"auxiliaries":{"cabinetDoor":"open"}}""" : """{"auxiliaries":{"cabinetDoor":"closed"}}""");
        }

        await kiosk.SayAsync("IdSlot", "end");
        await run.UntilAsync(() => run.Faults(FaultKind.Garbled).Contains("not-json"), "all of it is read");
        Assert.InRange(run.Modules.Count, 500, 520);
        Assert.Equal((7, 6), (run.Alarms.Count(alarm => alarm.Active == true), run.Alarms.Count(alarm => alarm.Active == false)));
        Assert.True(run.Alarms.Last().Active);
        Assert.Equal(493, run.Faults(FaultKind.Garbled).Count(reason => reason == "alarm-flapping"));
        Assert.Contains("too-many-changes", run.Faults(FaultKind.Garbled));

        for (int step = 0; step < 11; step++)
        {
            string media = step % 2 == 0 ? "present" : "entering";
            int before = run.Modules.Count;
            run.Time.Advance(TimeSpan.FromSeconds(10));
            await kiosk.DeltaAsync("IdSlot", $$$"""{"cardReader":{"media":"{{{media}}}"}}""");
            await run.UntilAsync(() => run.Modules.Skip(before).Any(one => one.Parts!.Contains(new KioskPart("media", media))), "the link lives");
        }

        await run.PassUntilAsync(() => run.Alarms.Count == 14, "its end");
        Assert.Equal((false, 493, "FLAPPING"), (run.Alarms.Last().Active, run.Alarms.Last().Returns, run.Alarms.Last().Flags?.Single()));
    }

    [Fact]
    public async Task Tray_CalledAsTheToner_IsToldApart()
    {
        await using var kiosk = new HandKiosk();
        kiosk.Status["IdSlot"] = """{"common":{"device":"online"},"printer":{"toner":"full","paper":{"toner":"low"}}}""";
        await using var run = await KioskRun.SettledAsync(kiosk);

        Assert.Equal(["paper.toner low", "toner full"], run.Consumables.Select(one => $"{one.Name} {one.State}").Order());
    }

    private static IReadOnlyList<string> Told(KioskRun run) => [.. run.Alarms.Select(one => $"{one.Alarm} {one.Name} {one.Active}")];
}
