using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.XrayScanner.Modbus;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

/// <summary>From registers to parts of parcels' records.</summary>
public sealed class XrayModbusParcelTests
{
    [Fact]
    public async Task Run_NextParcel_IsOnePartWithDecisionAndLabel()
    {
        var controller = FakeController.Running();
        controller.Parcel(70_122, 1);
        await using var talk = await new BeltConversation(controller).StartAsync();

        controller.Parcel(70_123, 2, "SF1234567890123");
        await talk.UntilAsync(() => talk.Parcels.Length == 1, "the parcel", TimeSpan.FromSeconds(1));
        await talk.PassAsync(TimeSpan.FromSeconds(5));

        var part = Assert.Single(talk.Parcels);
        Assert.Equal(("modbus", "alarm", "SF1234567890123", "belt/70123", 70_123L), (part.Origin, part.Result, part.WaybillNo, part.Source!.NativeId, part.Scan!.Sequence));
        Assert.Equal(["SF1234567890123"], part.Barcodes);
        Assert.Null(part.Flags);
        Assert.Equal(Lane.Alarm, talk.Last(reading => reading.Body is ParcelInspectionBody).Lane);
        Assert.Empty(controller.Writes);
    }

    [Theory]
    [InlineData(1, "clear", "Event", null)]
    [InlineData(2, "alarm", "Alarm", null)]
    [InlineData(3, "unknown", "Event", null)]
    [InlineData(9, "unknown", "Event", "DECISION_9")]
    public async Task Run_Decision_IsTheResult(ushort decision, string result, string lane, string? flag)
    {
        await using var talk = await new BeltConversation().StartAsync();

        talk.Controller.Parcel(1, decision);
        await talk.UntilAsync(() => talk.Parcels.Length == 1, "the parcel");

        Assert.Equal((result, flag), (talk.Parcels[0].Result, talk.Parcels[0].Flags?.Single()));
        Assert.Equal(lane, talk.Last(reading => reading.Body is ParcelInspectionBody).Lane.ToString());
    }

    [Fact]
    public async Task Run_UnreadableLabel_IsNotUsedAndSaid()
    {
        await using var talk = await new BeltConversation().StartAsync();

        talk.Controller.Parcel(1, 1, "SF12\u00B34");
        await talk.UntilAsync(() => talk.Parcels.Length == 1, "the parcel");

        Assert.Equal((null, null, "BARCODE_UNREADABLE"), (talk.Parcels[0].WaybillNo, talk.Parcels[0].Barcodes, Assert.Single(talk.Parcels[0].Flags!)));
    }

    /// <summary>A register that was not emptied must not join this parcel to the one before.</summary>
    [Fact]
    public async Task Run_LabelOfTheParcelBefore_IsNotGivenAgain()
    {
        await using var talk = await new BeltConversation().StartAsync();
        talk.Controller.Parcel(1, 1, "SF0001");
        await talk.UntilAsync(() => talk.Parcels.Length == 1, "the first");

        talk.Controller.Parcel(2, 2, "SF0001");
        await talk.UntilAsync(() => talk.Parcels.Length == 2, "the second");

        Assert.Equal(("alarm", null, null, "BARCODE_REPEATED"), (talk.Parcels[1].Result, talk.Parcels[1].WaybillNo, talk.Parcels[1].Barcodes, Assert.Single(talk.Parcels[1].Flags!)));
    }

    [Fact]
    public async Task Run_Operator_IsAPartOfItsOwn()
    {
        await using var talk = await new BeltConversation().StartAsync();
        talk.Controller.Parcel(1, 2, "SF0001");
        await talk.UntilAsync(() => talk.Parcels.Length == 1, "the machine");

        talk.Controller.Put(ModbusArea.Holding, 1, 1);
        await talk.UntilAsync(() => talk.Parcels.Length == 2, "the operator");

        var said = talk.Parcels[1];
        Assert.Equal(("clear", "alarm", "clear", "belt/1/operator", "SF0001"), (said.Result, said.MachineResult, said.OperatorResult, said.Source!.NativeId, said.WaybillNo));
        Assert.NotNull(said.OperatorTime);
        Assert.Equal(Lane.Event, talk.Last(reading => reading.Body is ParcelInspectionBody).Lane);
    }

    [Fact]
    public async Task Run_AfterARestart_TellsNothingTwiceAndWhatPassedMeanwhile()
    {
        var memory = new FakeMemory();
        var controller = FakeController.Running();
        await using (var first = await new BeltConversation(controller, memory).StartAsync())
        {
            controller.Parcel(1, 1);
            await first.UntilAsync(() => memory.Recall("parcels") == "belt=0:1:0:0", "it is remembered");
        }

        await using (var second = await new BeltConversation(controller, memory).StartAsync())
        {
            await second.PassAsync(TimeSpan.FromSeconds(2));
            Assert.Empty(second.Parcels);
        }

        controller.Parcel(3, 2);
        await using var third = await new BeltConversation(controller, memory).StartAsync();
        await third.UntilAsync(() => third.Parcels.Length == 2, "two parcels");
        Assert.Equal([("unknown", "PARCELS_SKIPPED"), ("alarm", null)], third.Parcels.Select(part => (part.Result, part.Flags?.Single())));
    }

    /// <summary>The name of the new count is on disk before anything is told under it: a crash in between finds it again.</summary>
    [Fact]
    public async Task Run_CounterFromZero_IsRememberedBeforeItIsTold()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("parcels", "belt=4:900:0:0", default);
        var controller = FakeController.Running();
        controller.Parcel(900, 1);
        var sink = new FakeSink { Holds = true, Free = 1 };
        await using var talk = new BeltConversation(controller, memory) { Sink = sink };
        await talk.StartAsync();

        controller.Parcel(1, 2);
        await talk.UntilAsync(() => talk.Parcels.Length == 1, "the parcel is on its way");
        Assert.Equal("belt=5:0:0:0", memory.Recall("parcels"));
        Assert.Equal("belt/5/1", talk.Last(reading => reading.Body is ParcelInspectionBody).RepeatKey);
        sink.Release();
        await talk.UntilAsync(() => memory.Recall("parcels") == "belt=5:1:0:0", "it is safe");
    }

    [Fact]
    public async Task Run_StoreHolds_NothingIsRememberedAsTold()
    {
        var memory = new FakeMemory();
        var sink = new FakeSink { Holds = true, Free = 1 };
        await using var talk = new BeltConversation(memory: memory) { Sink = sink };
        await talk.StartAsync();
        await talk.UntilAsync(() => memory.Recall("parcels") == "belt=0:0:0:0", "the first look is remembered");

        talk.Controller.Parcel(1, 1);
        await talk.UntilAsync(() => talk.Parcels.Length == 1, "the parcel is on its way");
        await talk.PassAsync(TimeSpan.FromSeconds(3));
        Assert.Equal("belt=0:0:0:0", memory.Recall("parcels"));
        sink.Release();
        await talk.UntilAsync(() => memory.Recall("parcels") == "belt=0:1:0:0", "it is safe");
    }

    /// <summary>A gap in the list that the controller refuses splits the request; then sequence, decision and label are read until they agree.</summary>
    [Fact]
    public async Task Run_RequestIsSplit_PartsOfTwoParcelsAreNeverMixed()
    {
        var points = BeltMap.Default(BeltPace.Usual).Where(point => point.Name != "heartbeat").ToArray();
        await using var talk = new BeltConversation { Options = BeltConversation.Usual with { Units = [new BeltUnitOptions("belt", 1, points, null)], Limits = new BusLimits { Gap = 0 } } };
        await talk.StartAsync();
        int next = 0;
        talk.Controller.BeforeWords = controller =>
        {
            // The parcel changes in the midst of rounds: each decision belongs to its number and label.
            next++;
            long sequence = next / 9;
            controller.Parcel(sequence, sequence % 2 == 0 ? (ushort)1 : (ushort)2, $"SF{sequence:0000}");
        };

        await talk.UntilAsync(() => talk.Parcels.Count(part => part.Result != "unknown") > 20, "parcels");

        Assert.All(talk.Parcels.Where(part => part.Result != "unknown"), part =>
        {
            Assert.Equal(part.Scan!.Sequence % 2 == 0 ? "clear" : "alarm", part.Result);
            Assert.Equal($"SF{part.Scan.Sequence:0000}", part.WaybillNo);
        });
        Assert.Equal(talk.Parcels.Select(part => part.Scan!.Sequence).Distinct().Count(), talk.Parcels.Length);
    }

    /// <summary>A controller that refuses the block once is read point by point from then on, though nothing in its list is wrong.</summary>
    [Fact]
    public async Task Run_BlockIsRefusedOnce_PartsOfTwoParcelsAreNeverMixed()
    {
        int blocks = 0;
        int next = 0;
        await using var talk = new BeltConversation();
        talk.Controller.ReadFault = () => talk.Controller.Reads.Last() is { Area: ModbusArea.Input, Start: 16, Count: > 3 } && blocks++ < 3 ? new ModbusRefusedException(1, 2) : null;
        await talk.StartAsync();
        talk.Controller.BeforeWords = controller =>
        {
            long sequence = ++next / 9;
            controller.Parcel(sequence, sequence % 2 == 0 ? (ushort)1 : (ushort)2, $"SF{sequence:0000}");
        };

        await talk.UntilAsync(() => talk.Parcels.Count(part => part.Result != "unknown") > 20, "parcels");

        Assert.All(talk.Parcels.Where(part => part.Result != "unknown"), part =>
            Assert.Equal((part.Scan!.Sequence % 2 == 0 ? "clear" : "alarm", $"SF{part.Scan.Sequence:0000}"), (part.Result, part.WaybillNo)));
    }

    [Fact]
    public async Task Run_Block_IsOneRequest()
    {
        await using var talk = await new BeltConversation().StartAsync();
        await talk.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Contains((ModbusArea.Input, 16, 14), talk.Controller.Reads);
        Assert.DoesNotContain(talk.Controller.Reads, read => read is { Area: ModbusArea.Input, Start: > 16 });
    }
}
