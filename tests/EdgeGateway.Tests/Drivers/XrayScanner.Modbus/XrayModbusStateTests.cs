using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.XrayScanner.Modbus;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

/// <summary>What is told of belt, generator and safety chain, and when.</summary>
public sealed class XrayModbusStateTests
{
    [Fact]
    public async Task Run_FirstRound_TellsTheWholeState()
    {
        await using var talk = await new BeltConversation().StartAsync();

        var state = talk.States[0];
        Assert.Equal(("belt", "good", "forward", false, true, true), (state.Unit, state.Quality, state.Belt, state.EmergencyStop, state.InterlockClosed, state.XrayOn));
        Assert.Equal(Lane.Event, talk.Sink.Entered.First().Lane);
        Assert.Empty(state.Faults!);
        Assert.Contains("estop", state.Changed!);
        Assert.True((bool)state.Points!["key_switch"]);
        Assert.DoesNotContain("tube_voltage", state.Points.Keys);
    }

    [Fact]
    public async Task Run_EmergencyStop_IsAnAlarmAtOnceAndItsEndAnEvent()
    {
        await using var talk = await new BeltConversation().StartAsync();

        talk.Controller.Discrete(2, true);
        await talk.UntilAsync(() => talk.States.Length == 2, "the alarm", TimeSpan.FromSeconds(1));
        talk.Controller.Discrete(2, false);
        await talk.UntilAsync(() => talk.States.Length == 3, "its end", TimeSpan.FromSeconds(1));

        Assert.Equal([Lane.Event, Lane.Alarm, Lane.Event], talk.Sink.Entered.Select(reading => reading.Lane));
        Assert.Equal(["estop"], talk.States[1].Changed);
        Assert.Equal((true, false), (talk.States[1].EmergencyStop, talk.States[2].EmergencyStop));
    }

    [Fact]
    public async Task Run_CoversOpenUnderRadiation_IsAnAlarm()
    {
        await using var talk = await new BeltConversation().StartAsync();

        talk.Controller.Discrete(3, false);
        talk.Controller.Discrete(5, false);
        await talk.UntilAsync(() => talk.States.Length > 1 && talk.States[^1].InterlockClosed == false, "the open cover", TimeSpan.FromSeconds(1));
        Assert.All(talk.Sink.Entered, reading => Assert.Equal(Lane.Event, reading.Lane));
        talk.Controller.Discrete(3, true);
        await talk.UntilAsync(() => talk.Sink.Entered.Any(reading => reading.Lane == Lane.Alarm), "radiation", TimeSpan.FromSeconds(1));
    }

    /// <summary>A link that flaps with a pressed button behind it is one alarm.</summary>
    [Fact]
    public async Task Run_AgainWithTheButtonStillPressed_IsNoSecondAlarm()
    {
        var memory = new FakeMemory();
        var controller = FakeController.Running();
        controller.Discrete(2, true);
        await using (var first = await new BeltConversation(controller, memory).StartAsync())
        {
            Assert.Equal(Lane.Alarm, first.Sink.Entered.First().Lane);
            await first.UntilAsync(() => memory.Recall("dangers") == "belt/estop", "it is remembered");
        }

        await using var second = await new BeltConversation(controller, memory).StartAsync();
        Assert.Equal(Lane.Event, second.Sink.Entered.First().Lane);
        controller.Discrete(2, false);
        await second.UntilAsync(() => memory.Recall("dangers") == "", "its end is remembered");
    }

    [Fact]
    public async Task Run_RadiationWithEveryParcel_HasABudget()
    {
        await using var talk = await new BeltConversation().StartAsync();

        for (int i = 0; i < 60; i++)
        {
            talk.Controller.Discrete(3, i % 2 == 1);
            await talk.PassAsync(TimeSpan.FromMilliseconds(500));
        }

        int told = talk.Sink.Entered.Count(reading => reading.Lane == Lane.Event) - 1;
        Assert.InRange(told, 6, 9);
        talk.Controller.Discrete(10, true);
        await talk.UntilAsync(() => talk.States[^1].Faults?.Contains("generator_fault") == true, "a fault does not wait", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Run_Measured_IsToldNowAndThen()
    {
        var controller = FakeController.Running();
        controller.Put(ModbusArea.Input, 0, 0x000b, 0, 0x0642, 0x032c, 0xffdd, 0x01a1, 0x3e4c, 0xcccd, 0x0001, 0x11eb, 0, 0x26, 0x12, 0xd687, 0x49ba, 0x3e0c);
        await using var talk = await new BeltConversation(controller).StartAsync();

        await talk.PassAsync(TimeSpan.FromSeconds(95));

        Assert.Equal(3, talk.Sink.Entered.Count(reading => reading.Lane == Lane.Telemetry));
        var state = talk.States[^1];
        Assert.Null(state.Changed);
        Assert.Equal((160.2, 0.812, -3.5, 41.7, 0.2, 0.137), (state.TubeVoltageKv, state.TubeCurrentMa, state.TubeTemperatureC, state.CabinetTemperatureC, state.BeltSpeedMs, state.DoseRateUsvH));
        Assert.Equal((70_123L, 38L, 1_234_567L, 11L), (state.ParcelCount, state.AlarmCount, state.XrayOnTimeS, state.Points!["status_word"]));
    }

    [Fact]
    public async Task Run_HeartbeatStands_IsBadOnceAndGoodOnceAgain()
    {
        await using var stuck = new BeltConversation { Options = BeltConversation.Usual with { HeartbeatStuck = TimeSpan.FromSeconds(5) } };
        ushort beat = 0;
        bool goes = true;
        stuck.Controller.BeforeWords = controller => controller.Put(ModbusArea.Input, 19, goes ? ++beat : beat);
        await stuck.StartAsync();
        await stuck.PassAsync(TimeSpan.FromSeconds(8));
        Assert.Equal("good", Assert.Single(stuck.States).Quality);

        goes = false;
        await stuck.PassAsync(TimeSpan.FromSeconds(12));
        Assert.Equal(["good", "bad"], stuck.States.Select(state => state.Quality));
        goes = true;
        await stuck.UntilAsync(() => stuck.States.Length == 3, "it goes on", TimeSpan.FromSeconds(1));

        Assert.Equal(("good", "quality"), (stuck.States[2].Quality, Assert.Single(stuck.States[2].Changed!)));
        Assert.Single(stuck.Host.Faults, (FaultKind.Silent, "heartbeat-stuck"));
    }

    [Fact]
    public async Task Run_UnitFallsSilent_IsBadOnceAndGoodOnceAgain()
    {
        await using var talk = await new BeltConversation().StartAsync();

        talk.Controller.ReadFault = () => new TimeoutException("no answer");
        await talk.UntilAsync(() => talk.States.Length == 2, "bad");
        await talk.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(("bad", null, "quality"), (talk.States[1].Quality, talk.States[1].EmergencyStop, Assert.Single(talk.States[1].Changed!)));
        Assert.Equal(2, talk.States.Length);

        talk.Controller.ReadFault = () => null;
        // The groups of points come back one after another.
        await talk.UntilAsync(() => talk.States is [_, _, .., { Quality: "good", EmergencyStop: false }], "good");
        Assert.All(talk.States[2..], static state => Assert.Equal("good", state.Quality));
    }

    [Fact]
    public async Task Run_NobodyAnswersForLong_IsSilent()
    {
        await using var talk = await new BeltConversation().StartAsync();

        talk.Controller.ReadFault = () => new TimeoutException("no answer");
        await talk.UntilAsync(() => talk.Running.IsCompleted, "it is given up");

        Assert.Equal(FaultKind.Silent, (await Assert.ThrowsAsync<DeviceFaultException>(() => talk.Running)).Kind);
        Assert.Equal("bad", talk.States[^1].Quality);
    }

    [Fact]
    public async Task Run_LinkIsGone_TellsBadAndEnds()
    {
        await using var talk = await new BeltConversation().StartAsync();

        talk.Controller.ReadFault = () => new IOException("reset");
        await talk.UntilAsync(() => talk.Running.IsCompleted, "the end");

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => talk.Running)).Kind);
        Assert.Equal("bad", talk.States[^1].Quality);
    }

    [Fact]
    public async Task Run_OwnPoints_TakeTheirPlaceAndGoOutByName()
    {
        var controller = FakeController.Running();
        controller.Put(ModbusArea.Holding, 100, 0x0004, 215);
        ModbusPoint[] own =
        [
            new() { Name = "estop", Area = ModbusArea.Holding, Address = 100, Bit = 2, Type = ModbusType.Bool, Interval = TimeSpan.FromMilliseconds(250) },
            new() { Name = "oil_temperature", Area = ModbusArea.Holding, Address = 101, Scale = 0.1m, Unit = "°C" },
        ];
        var unit = new BeltUnitOptions("belt", 1, BeltMap.With(BeltMap.Default(BeltPace.Usual), own), null);
        await using var talk = new BeltConversation(controller) { Options = BeltConversation.Usual with { Units = [unit] } };
        await talk.StartAsync();

        Assert.True(talk.States[0].EmergencyStop);
        Assert.Equal(21.5, talk.States[0].Points!["oil_temperature"]);
    }
}
