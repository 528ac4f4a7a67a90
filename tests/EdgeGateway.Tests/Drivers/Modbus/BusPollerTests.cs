using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Modbus;

public sealed class BusPollerTests
{
    private static readonly BusLimits s_limits = new();

    [Fact]
    public async Task Plan_GapsUpToEight_AreReadAlong()
    {
        await using var rig = new PollRig();

        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(30), PollRig.Word(0), PollRig.Word(9), PollRig.Word(19)));

        Assert.Equal([(0, 10), (19, 1), (30, 1)], rig.AskedOf(1));
    }

    [Fact]
    public async Task Plan_AreasIntervalsAndLimits_AreRequestsOfTheirOwn()
    {
        await using var rig = new PollRig();
        var coil = new ModbusPoint { Name = "c", Area = ModbusArea.Coil, Address = 3, Type = ModbusType.Bool };
        var wide = Enumerable.Range(100, 130).Select(address => PollRig.Word(address));

        await rig.StartAsync(s_limits with { MostWords = 125 }, PollRig.Unit(1, [coil, PollRig.Word(0), PollRig.Word(1) with { Interval = TimeSpan.FromSeconds(5) }, .. wide]));

        Assert.Equal(
            [(ModbusArea.Coil, 3, 1), (ModbusArea.Input, 0, 1), (ModbusArea.Input, 1, 1), (ModbusArea.Input, 100, 125), (ModbusArea.Input, 225, 5)],
            rig.Master.Asked.Select(one => (one.Area, one.Start, one.Count)).Order());
        await rig.AdvanceAsync(4.9);
        Assert.Equal(1, rig.AskedOf(1).Count(one => one == (1, 1)));
        Assert.Equal(5, rig.AskedOf(1).Count(one => one == (0, 1)));
    }

    [Fact]
    public async Task Rounds_OverTime_KeepTheGridAndNeverDrift()
    {
        await using var rig = new PollRig();
        rig.Told = _ =>
        {
            // What a round takes must not push the next one.
            rig.Time.Advance(TimeSpan.FromMilliseconds(30));
            return Task.CompletedTask;
        };

        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0)));
        for (int i = 0; i < 400; i++)
        {
            rig.Time.Advance(TimeSpan.FromMilliseconds(10));
            await rig.SettleAsync();
        }

        Assert.All(rig.Master.Asked, one => Assert.InRange(one.At.TotalMilliseconds % 1000, 0, 20));
        Assert.InRange(rig.Master.Asked.Count, 4, 5);
        Assert.Equal(0, rig.Poller.Missed);
    }

    [Fact]
    public async Task Units_OfOneBus_DoNotAskAllAtOnce()
    {
        await using var rig = new PollRig();
        await rig.StartAsync(s_limits, [.. Enumerable.Range(1, 4).Select(unit => PollRig.Unit((byte)unit, PollRig.Word(0)))]);

        await rig.AdvanceAsync(2);

        double[] second = [.. rig.Master.Asked.Where(one => one.At >= TimeSpan.FromSeconds(1) && one.At < TimeSpan.FromSeconds(2)).Select(one => one.At.TotalMilliseconds)];
        Assert.Equal([1000, 1250, 1500, 1750], second);
    }

    [Fact]
    public async Task Rounds_ToldSlowly_AreSkippedAndCounted()
    {
        await using var rig = new PollRig();
        var hold = new TaskCompletionSource();
        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0)));
        rig.Told = _ => hold.Task;
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => rig.Rounds.Count == 2, "the second round is told");

        rig.Time.Advance(TimeSpan.FromSeconds(5.5));
        rig.Told = static _ => Task.CompletedTask;
        hold.SetResult();
        await rig.SettleAsync();

        Assert.Equal(4, rig.Poller.Missed);
        Assert.Equal(3, rig.Rounds.Count);
        await rig.AdvanceAsync(0.5);
        Assert.Equal(4, rig.Rounds.Count);
    }

    [Fact]
    public async Task Silent_Unit_IsToldBadOnceAndLeftAloneLongerEachTime()
    {
        await using var rig = new PollRig();
        rig.Master.IsSilent = static (unit, _) => unit == 1;

        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0), PollRig.Word(500)), PollRig.Unit(2, PollRig.Word(0)));
        await rig.AdvanceAsync(80);

        double[] asked = [.. rig.Master.Asked.Where(one => one.Unit == 1).Select(one => one.At.TotalSeconds)];
        Assert.Equal([0, 1, 3, 8, 18, 48, 78], asked);
        var told = Assert.Single(rig.Of(1));
        Assert.All(told.Points, reading => Assert.Equal((PointQuality.Bad, true, (ModbusValue?)null), (reading.Quality, reading.Changed, reading.Value)));
        Assert.Equal(2, told.Points.Count);
        Assert.InRange(rig.Of(2).Count(), 80, 81);
        Assert.Equal(0, rig.Poller.Missed);
    }

    [Fact]
    public async Task Silent_AnswersAgain_IsGoodAtTheNextTryAndBackInItsGrid()
    {
        await using var rig = new PollRig();
        rig.Master.IsSilent = static (_, _) => true;
        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0)));
        await rig.AdvanceAsync(4);
        rig.Master.IsSilent = static (_, _) => false;

        await rig.AdvanceAsync(6);

        Assert.Equal([0, 1, 3, 8, 9, 10], rig.Master.Asked.Select(one => one.At.TotalSeconds));
        Assert.Equal([PointQuality.Bad, PointQuality.Good, PointQuality.Good, PointQuality.Good], rig.Rounds.Select(round => round.Points[0].Quality));
        Assert.Equal([true, true, false, false], rig.Rounds.Select(round => round.Points[0].Changed));
        Assert.Equal(0, rig.Poller.Missed);
    }

    [Fact]
    public async Task Silent_OneBlockOnly_SpoilsItsOwnPoints()
    {
        await using var rig = new PollRig();
        rig.Master.IsSilent = static (_, start) => start == 0;
        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0), PollRig.Word(500)));

        await rig.AdvanceAsync(30);

        Assert.Equal(PointQuality.Bad, rig.Last(1, "w0").Quality);
        Assert.Equal(PointQuality.Good, rig.Last(1, "w500").Quality);
        Assert.InRange(rig.AskedOf(1).Count(one => one.Start == 0), 4, 8);
        Assert.InRange(rig.AskedOf(1).Count(one => one.Start == 500), 29, 31);
    }

    [Theory]
    [InlineData(0x0A, PointQuality.Bad, 1)]
    [InlineData(0x0B, PointQuality.Bad, 1)]
    [InlineData(0x04, PointQuality.Bad, 11)]
    [InlineData(0x06, PointQuality.Bad, 11)]
    [InlineData(0x01, PointQuality.Refused, 11)]
    public async Task Refused_EveryCode_IsWorthWhatItMeans(byte code, string quality, int rounds)
    {
        await using var rig = new PollRig();
        rig.Master[1].Refuses = code;
        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0)));

        await rig.AdvanceAsync(10);

        Assert.Equal(quality, rig.Last(1, "w0").Quality);
        Assert.InRange(rig.Rounds.Count, rounds - 1, rounds);
        Assert.Single(rig.Rounds, round => round.Points[0].Changed);
    }

    [Fact]
    public async Task Refused_OnePointOfABlock_TheOthersAreReadAndTheBadOneIsRemembered()
    {
        await using var rig = new PollRig();
        rig.Master[1].Missing.Add(2);
        await rig.StartAsync(s_limits, PollRig.Unit(1, Enumerable.Range(0, 6).Select(address => PollRig.Word(address))));

        Assert.Equal([(0, 6), (0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1)], rig.AskedOf(1));
        Assert.Equal(PointQuality.Refused, rig.Last(1, "w2").Quality);
        Assert.Equal(PointQuality.Good, rig.Last(1, "w5").Quality);
        rig.Master.Asked.Clear();
        await rig.AdvanceAsync(1);

        Assert.Equal([(0, 2), (3, 3)], rig.AskedOf(1));
        Assert.Equal(PointQuality.Refused, rig.Last(1, "w2").Quality);
    }

    [Fact]
    public async Task Refused_AHoleBetweenPoints_IsReadAround()
    {
        await using var rig = new PollRig();
        rig.Master[1].Missing.Add(4);
        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0), PollRig.Word(1), PollRig.Word(7)));
        rig.Master.Asked.Clear();

        await rig.AdvanceAsync(1);

        Assert.Equal([(0, 2), (7, 1)], rig.AskedOf(1));
        Assert.All(rig.Rounds, round => Assert.All(round.Points, reading => Assert.Equal(PointQuality.Good, reading.Quality)));
    }

    [Fact]
    public async Task Refused_LongBlocks_AreReadOneByOne()
    {
        await using var rig = new PollRig();
        rig.Master.Most = 1;
        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0), PollRig.Word(1), PollRig.Word(2)));
        await rig.AdvanceAsync(1);
        rig.Master.Asked.Clear();

        await rig.AdvanceAsync(1);

        Assert.Equal([(0, 1), (1, 1), (2, 1)], rig.AskedOf(1));
        Assert.Equal(PointQuality.Good, rig.Last(1, "w2").Quality);
    }

    [Fact]
    public async Task Refused_AfterMinutes_IsTriedAgain()
    {
        await using var rig = new PollRig();
        rig.Master[1].Missing.Add(1);
        await rig.StartAsync(s_limits with { RefusedRetry = TimeSpan.FromSeconds(20) }, PollRig.Unit(1, PollRig.Word(0), PollRig.Word(1)));
        await rig.AdvanceAsync(5);
        rig.Master[1].Missing.Clear();
        Assert.Equal(PointQuality.Refused, rig.Last(1, "w1").Quality);

        await rig.AdvanceAsync(16);

        Assert.Equal(PointQuality.Good, rig.Last(1, "w1").Quality);
        Assert.Equal((0, 2), rig.AskedOf(1)[^1]);
    }

    [Fact]
    public async Task Changes_Deadband_IsMeasuredFromWhatWasToldLast()
    {
        await using var rig = new PollRig();
        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0, "plain"), PollRig.Word(1, "dead") with { Deadband = 5 }));
        ushort[] values = [3, 5, 6, 4, 0];

        foreach (ushort value in values)
        {
            (rig.Master[1].Input[0], rig.Master[1].Input[1]) = (value, value);
            await rig.AdvanceAsync(1);
        }

        Assert.Equal([true, true, true, true, true, true], rig.Rounds.Select(round => round.Points[0].Changed));
        Assert.Equal([true, false, false, true, false, true], rig.Rounds.Select(round => round.Points[1].Changed));
    }

    [Fact]
    public async Task Values_NoData_AreInvalid()
    {
        await using var rig = new PollRig();
        rig.Master[1].Input[0] = 0xFFFF;

        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0) with { Invalid = [0xFFFF] }));

        Assert.Equal((null, PointQuality.Invalid), (rig.Last(1, "w0").Value, rig.Last(1, "w0").Quality));
    }

    [Fact]
    public async Task Link_Gone_EveryUnitIsToldBadOnceAndItEnds()
    {
        await using var rig = new PollRig();
        rig.Master.IsSilent = static (unit, _) => unit == 3;
        await rig.StartAsync(s_limits, [.. Enumerable.Range(1, 3).Select(unit => PollRig.Unit((byte)unit, PollRig.Word(0)))]);
        rig.Master.Gone = new IOException("unplugged");

        await rig.AdvanceAsync(2);

        var gone = await Assert.ThrowsAsync<IOException>(() => rig.Running);
        Assert.Equal("unplugged", gone.Message);
        Assert.Equal([PointQuality.Good, PointQuality.Bad], rig.Of(1).Select(round => round.Points[0].Quality));
        Assert.Equal([PointQuality.Good, PointQuality.Bad], rig.Of(2).Select(round => round.Points[0].Quality));
        Assert.Equal([PointQuality.Bad], rig.Of(3).Select(round => round.Points[0].Quality));
    }

    [Fact]
    public async Task Told_Throws_EndsWithThat()
    {
        await using var rig = new PollRig();
        rig.Told = static _ => throw new InvalidOperationException("full");

        await rig.StartAsync(s_limits, PollRig.Unit(1, PollRig.Word(0)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Running);
    }

    [Fact]
    public async Task Write_OnlyWhatIsAllowed_IsSent()
    {
        await using var rig = new PollRig();
        var command = new ModbusPoint { Name = "belt", Area = ModbusArea.Holding, Address = 0, Write = true, Min = 0, Max = 0 };
        var coil = new ModbusPoint { Name = "buzzer", Area = ModbusArea.Coil, Address = 1, Type = ModbusType.Bool, Write = true };
        var unit = PollRig.Unit(7, command, coil);
        await rig.StartAsync(s_limits, unit);

        Assert.Null(await rig.Poller.WriteAsync(unit, command, ModbusValue.Of(0m), default));
        Assert.Null(await rig.Poller.WriteAsync(unit, coil, ModbusValue.Of(true), default));
        Assert.Equal(PointFaults.OutOfRange, await rig.Poller.WriteAsync(unit, command, ModbusValue.Of(1m), default));
        Assert.Equal(PointFaults.NotWritable, await rig.Poller.WriteAsync(unit, PollRig.Word(0), ModbusValue.Of(0m), default));

        Assert.Equal([(7, 0, 0), (7, 1, 1)], rig.Master.Written.Select(one => ((int)one.Unit, one.Start, one.Value)));
    }
}
