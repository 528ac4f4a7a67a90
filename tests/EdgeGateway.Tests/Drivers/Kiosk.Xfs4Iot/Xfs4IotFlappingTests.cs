using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

/// <summary>A door whose end waits because it came and went too often: what nobody says is no return, and a service that is lost lets nothing wait.</summary>
public sealed class Xfs4IotFlappingTests
{
    private const string DoorOpen = """{"auxiliaries":{"cabinetDoor":"open"}}""";
    private const string DoorClosed = """{"auxiliaries":{"cabinetDoor":"closed"}}""";

    private readonly FakeMemory _memory = new();
    private readonly SharedShelf _shared = new();

    [Fact]
    public async Task EndWaits_StatusSaysNothingOfTheDoor_IsNoReturnAndEndsInTime()
    {
        await using var kiosk = new HandKiosk();
        await using var run = await KioskRun.SettledAsync(kiosk);
        await FlapAsync(kiosk, run, "IdSlot", 7);

        run.Time.Advance(TimeSpan.FromSeconds(60));
        await kiosk.AnsweredAsync("IdSlot", "Common.Status", 2);
        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");
        await run.UntilAsync(() => run.Modules.Last().Parts!.Contains(new KioskPart("media", "present")), "what is said of other things");
        Assert.Equal(13, run.Alarms.Count);
        run.Time.Advance(TimeSpan.FromSeconds(40));

        await run.PassUntilAsync(() => run.Alarms.Count == 14, "its end");
        AssertEnds(run, returns: null);
        Assert.DoesNotContain("alarm-flapping", run.Faults(FaultKind.Garbled));
    }

    [Fact]
    public async Task EndWaits_LinkIsLost_IsToldAtOnceWithItsReturns()
    {
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        await using var run = await KioskRun.SettledAsync(kiosk);
        await FlapAsync(kiosk, run, "IdSlot", 9);
        await kiosk.DropAsync("IdSlot");

        await run.UntilAsync(() => run.Alarms.Count == 14, "its end");
        AssertEnds(run, returns: 2);
    }

    [Fact]
    public async Task EndWaits_LinkOfAServiceThatWasSilentBeforeIsLost_IsToldAtOnce()
    {
        await using var kiosk = new HandKiosk("IdSlot", "Receipt");
        await using var run = await KioskRun.SettledAsync(kiosk);
        kiosk.Mute["IdSlot/Common.Status"] = true;
        run.Time.Advance(TimeSpan.FromSeconds(60));
        await kiosk.DeltaAsync("IdSlot", """{"cardReader":{"media":"present"}}""");
        await run.UntilAsync(() => run.Modules.Last().Parts!.Contains(new KioskPart("media", "present")), "the link lives");
        await run.PassUntilAsync(() => run.Faults(FaultKind.Silent).Contains("status-silent"), "its status is old");
        await FlapAsync(kiosk, run, "IdSlot", 7);
        await kiosk.DropAsync("IdSlot");

        await run.UntilAsync(() => run.Alarms.Count == 14, "its end");
        AssertEnds(run, returns: null);
    }

    [Fact]
    public async Task EndWaits_NextConversationReachesNobody_IsNoReturnAndTold()
    {
        await using var kiosk = new HandKiosk();
        var time = await FlapInAnEarlierConversationAsync(kiosk, "IdSlot");
        kiosk.Away["IdSlot"] = true;
        await using var run = await KioskRun.StartAsync(kiosk, _memory, time, shared: _shared);

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => run.Running.WaitAsync(TimeSpan.FromSeconds(20)))).Kind);
        Assert.Single(run.Alarms);
        AssertEnds(run, returns: null);
        Assert.DoesNotContain("alarm-flapping", run.Faults(FaultKind.Garbled));
    }

    [Fact]
    public async Task EndWaits_ServiceIsNotNamedAnyMore_IsTold()
    {
        await using var kiosk = new HandKiosk("IdSlot", "Door");
        var time = await FlapInAnEarlierConversationAsync(kiosk, "Door");
        kiosk.Services = ["IdSlot"];
        await using var run = await KioskRun.StartAsync(kiosk, _memory, time, shared: _shared);

        await run.UntilAsync(() => run.Alarms.Count == 1, "its end");
        AssertEnds(run, returns: null);
    }

    private static void AssertEnds(KioskRun run, int? returns)
    {
        var end = run.Alarms.Last();
        Assert.Equal(("door-open", false, returns, returns is null ? null : "FLAPPING"), (end.Alarm, end.Active, end.Returns, end.Flags?.Single()));
    }

    /// <summary>It is closed in the end, and the platform has it as open.</summary>
    private static async Task FlapAsync(HandKiosk kiosk, KioskRun run, string service, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await kiosk.DeltaAsync(service, DoorOpen);
            await kiosk.DeltaAsync(service, DoorClosed);
        }

        await kiosk.SayAsync(service, "end");
        await run.UntilAsync(() => run.Faults(FaultKind.Garbled).Contains("not-json"), "all of it is read");
        Assert.Equal((13, true), (run.Alarms.Count, run.Alarms.Last().Active));
    }

    private async Task<Support.FakeTimeProvider> FlapInAnEarlierConversationAsync(HandKiosk kiosk, string service)
    {
        await using var run = await KioskRun.StartAsync(kiosk, _memory, shared: _shared);
        await run.UntilAsync(() => run.States.Count > 0, "the kiosk is told");
        await FlapAsync(kiosk, run, service, 7);
        return run.Time;
    }
}
