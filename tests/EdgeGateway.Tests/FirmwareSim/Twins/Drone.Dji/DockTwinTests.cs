using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins.Drone.Dji;
using EdgeGateway.Tests.Drivers.Drone;
using EdgeGateway.Tests.Drivers.Drone.Dji;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Drone.Dji;

/// <summary>The dock's twin, which was written from the document alone, against the driver.</summary>
public sealed class DockTwinTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Patrol_OfADock_IsToldWholeAndOnce(bool loose)
    {
        await using var rig = await new DockRig(DockRig.Quick with { Loose = loose }).StartAsync();

        await Eventually.TrueAsync(() => rig.Flying.IsCompleted, "five pictures, all answered");

        Assert.All(rig.Ledger.Lines, line => Assert.Equal(TruthLine.Ok, line.Told));
        foreach (var truth in rig.Ledger.Lines)
        {
            var reading = Assert.Single(rig.Talk.Sink.Entered, one => one.Body.Kind == truth.Kind && one.Body.Source?.NativeId == truth.NativeId);
            Assert.Equal(truth.Facts![truth.Kind == DroneCaptureBody.KindName ? "file" : "mission.state"], reading.Body is DroneCaptureBody capture ? capture.File : ((DroneStateBody)reading.Body).Mission!.State);
        }

        Assert.Equal(5, rig.Talk.Told<DroneCaptureBody>().Count());
        Assert.Contains(rig.States, state => state is { Mode: "take-off", Landed: "taking-off" });
        Assert.Contains(rig.States, state => state is { Mode: "mission", Model: "Matrice 3TD", Mission.State: "active" });
        Assert.Equal("0x16100083", rig.Talk.Alarms("hms").First().Code);
        Assert.True(rig.Talk.Told<DockStateBody>().Last() is { Online: true, Model: "DJI Dock 2", DroneInside: false });
        Assert.NotEmpty(rig.Talk.Told<DronePositionBody>());
        Assert.DoesNotContain(rig.Talk.Host!.Faults, fault => fault.Kind == FaultKind.Garbled);
    }

    [Fact]
    public async Task Patrol_ToItsEnd_ClearsTheAlarmAndSwitchesTheAircraftOff()
    {
        await using var rig = await new DockRig(DockRig.Quick, count: 1_000).StartAsync();

        await Eventually.TrueAsync(() => rig.States.Any(state => state is { Online: false, Mission.State: "complete" }), "the aircraft was switched off");

        Assert.Equal([true, false], rig.Talk.Alarms("hms").Take(2).Select(body => body.Active!.Value));
    }

    [Fact]
    public async Task Start_WithoutAConfiguration_StopsThere()
    {
        await using var rig = await new DockRig(DockRig.Quick, DjiConversation.Usual).StartAsync();

        await Eventually.TrueAsync(() => rig.Twin.IsStopped, "it stopped");

        Assert.Empty(rig.Talk.Sink.Entered);
    }

    [Fact]
    public async Task Link_Lost_WhatWasNotAnsweredIsSaidAgain()
    {
        await using var rig = await new DockRig(DockRig.Quick with { Patrol = TimeSpan.FromSeconds(20) }, count: 10).StartAsync();
        await Eventually.TrueAsync(() => rig.Talk.Told<DroneCaptureBody>().Count() >= 3, "some pictures");

        rig.Trouble.Disconnect(TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(400));
        rig.Trouble.Garbage(2);

        await Eventually.TrueAsync(() => rig.Flying.IsCompleted, "all pictures, all answered");
        Assert.Equal(10, rig.Talk.Told<DroneCaptureBody>().Select(body => body.Source!.NativeId).Distinct().Count());
        Assert.Equal(10, rig.Ledger.Lines.Count(line => line is { Kind: "drone.capture", Told: TruthLine.Ok }));
        Assert.Contains((FaultKind.Garbled, "not-json"), rig.Talk.Host!.Faults);
    }

    [Theory]
    [InlineData("drone.return-home", "{}", "return", FlightPhase.Return)]
    [InlineData("drone.hold", "{}", "mission", FlightPhase.Paused)]
    public async Task Order_IsObeyedAndSeen(string name, string args, string mode, FlightPhase phase)
    {
        await using var rig = await new DockRig(DockRig.Quick with { Patrol = TimeSpan.FromMinutes(1), Return = TimeSpan.FromMinutes(1) }).StartAsync();
        await Eventually.TrueAsync(() => rig.States.Any(state => state.Mode == "mission"), "it flies");

        Assert.Equal(CommandOutcome.Done(), await rig.Talk.Driver.ExecuteAsync(DjiConversation.Order(name, args), default));

        Assert.Equal(phase, rig.Twin.Flight.Phase);
        await Eventually.TrueAsync(() => rig.States.Last().Mode == mode, "its state says so");
    }

    [Fact]
    public async Task Order_ObeyedWithoutAnAnswer_IsSeen()
    {
        await using var rig = await new DockRig(DockRig.Quick with { Patrol = TimeSpan.FromMinutes(1), Return = TimeSpan.FromMinutes(1) }).StartAsync();
        await Eventually.TrueAsync(() => rig.States.Any(state => state.Mode == "mission"), "it flies");
        rig.Twin.Services.IsMute = true;

        var order = rig.Talk.Driver.ExecuteAsync(DjiConversation.Order("drone.return-home"), default).AsTask();
        await Eventually.TrueAsync(() => rig.States.Last().Mode == "return", "it returns");
        while (!order.IsCompleted)
        {
            rig.Talk.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        Assert.Equal(CommandOutcome.Done("seen"), await order);
        Assert.Equal(["return_home"], rig.Twin.Services.Taken);
    }

    [Fact]
    public async Task GoTo_WithTheAuthority_IsFlown()
    {
        var options = DockRig.Options with { TakeFlightAuthority = true };
        await using var rig = await new DockRig(DockRig.Quick with { Patrol = TimeSpan.FromMinutes(1) }, options, airspace: new FakeAirspace()).StartAsync();
        await Eventually.TrueAsync(() => rig.States.Any(state => state.Mode == "mission"), "it flies");

        Assert.Equal(CommandOutcome.Done(), await rig.Talk.Driver.ExecuteAsync(DjiConversation.Order("drone.go-to", """{"lat":23.13,"lon":113.27,"heightM":50}"""), default));

        Assert.Equal((FlightPhase.GoTo, (23.13, 113.27)), (rig.Twin.Flight.Phase, rig.Twin.Flight.Place));
        Assert.Equal(["flight_authority_grab", "fly_to_point"], rig.Twin.Services.Taken);
    }
}
