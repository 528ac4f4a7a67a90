using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.XrayScanner.Modbus;

/// <summary>The belt twin byte by byte, against the vectors of xray.md section 7.3 and frames made by hand.</summary>
public sealed class BeltTwinTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    /// <summary>Vectors M1 to M6: the device of section 3.3 with fixed values.</summary>
    [Theory]
    [InlineData("000100000006010200000010", "00010000000501020279d3")]
    [InlineData("000100000006010400000006", "00010000000f01040c000b00000642032cffdd01a1")]
    [InlineData("000100000006010400060002", "0001000000070104043e4ccccd")]
    [InlineData("000100000006010400080006", "00010000000f01040c000111eb000000260012d687")]
    [InlineData("0001000000060104000e0002", "00010000000701040449ba3e0c")]
    [InlineData("0001000000060104001000 0e", "00010000001f01041c000111eb000212345346313233343536373839303132330000000000")]
    public async Task Tcp_VectorsOfTheDocument_AreAnswered(string request, string answer)
    {
        await using var rig = new BeltRig(answers: FixedTables());

        Assert.Equal(answer, await rig.AskAsync(request));
    }

    [Fact]
    public async Task Tcp_M7_IsEchoedAndNoted()
    {
        await using var rig = new BeltRig();

        Assert.Equal("000100000006010600000002", await rig.AskAsync("000100000006010600000002"));
        var write = Assert.Single(rig.Twin.Machine.Writes);
        Assert.Equal((6, 0, true), (write.Function, write.Address, write.Taken));
        Assert.Equal([2], write.Values);
    }

    [Theory]
    [InlineData("1104000200045299", "1104080642032cffdd01a16310")]
    [InlineData("1102000000107b56", "11020279d31a76")]
    public async Task Rtu_VectorsOfTheDocument_AreAnswered(string request, string answer)
    {
        await using var rig = new BeltRig(rtu: true, unit: 17, answers: FixedTables());

        Assert.Equal(answer, await rig.AskAsync(request));
    }

    [Fact]
    public async Task Rtu_OtherUnitOrWrongChecksum_IsNotAnswered()
    {
        await using var rig = new BeltRig(rtu: true, unit: 17, answers: FixedTables());

        // What the twin hears it deals with in its order: had it answered the wrong one, that would come before these.
        await rig.SayAsync(Convert.ToHexString(RtuCrc.Sign([18, 4, 0, 2, 0, 4])) + "1102000000107b56");
        Assert.Equal("11020279d31a76", await rig.HearAsync(7));
        await rig.SayAsync("1104000200045298");
        Assert.Equal("11020279d31a76", await rig.InsistAsync("1102000000107b56", 7));
    }

    [Theory]
    [InlineData("000100000006010400140014", "000100000003018402")]
    [InlineData("0001000000060104000000 7e", "000100000003018403")]
    [InlineData("000100000006010800000000", "000100000003018801")]
    [InlineData("0001000000060105000 0 1234", "000100000003018503")]
    [InlineData("000100000006020400000001", "00010000000302840b")]
    public async Task Tcp_WhatIsNotThere_IsRefused(string request, string answer)
    {
        await using var rig = new BeltRig();

        Assert.Equal(answer, await rig.AskAsync(request));
    }

    [Theory]
    [InlineData(BeltFault.IllegalAddress, "000100000003018402")]
    [InlineData(BeltFault.DeviceFailure, "000100000003018404")]
    [InlineData(BeltFault.Busy, "000100000003018406")]
    [InlineData(BeltFault.WrongTransaction, "5a010000000701040400010000")]
    [InlineData(BeltFault.WrongUnit, "000100000007020404 00010000")]
    [InlineData(BeltFault.Checksum, "000100010007010404 00010000")]
    public async Task Tcp_Fault_SpoilsOneAnswer(BeltFault fault, string answer)
    {
        await using var rig = new BeltRig(answers: registers => (registers.Input[0], registers.Input[1]) = (1, 0));
        rig.Twin.Faults.Order(fault);

        Assert.Equal(answer.Replace(" ", "", StringComparison.Ordinal), await rig.AskAsync("000100000006010400000002"));
        Assert.StartsWith("0001", await rig.AskAsync("000100000006010400000002"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tcp_LateAnswer_ComesBehindTheNext()
    {
        await using var rig = new BeltRig(profile: new BeltProfile { Rate = 0.001, LateBy = TimeSpan.FromMilliseconds(300) });
        rig.Twin.Faults.Order(BeltFault.Late);

        await rig.SayAsync("000100000006010300000001");
        Assert.StartsWith("0002", await rig.AskAsync("000200000006010300000001"), StringComparison.Ordinal);
        Assert.StartsWith("0001", await rig.HearAsync(11), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tcp_Cut_EndsTheConnectionInsideAnAnswer()
    {
        await using var rig = new BeltRig();
        rig.Twin.Faults.Order(BeltFault.Cut);

        await rig.SayAsync("000100000006010400000002");
        Assert.Equal(6, await rig.CountToEndAsync());
    }

    [Fact]
    public async Task Tcp_WritesRefused_HaveNoEffectAndAreNoted()
    {
        await using var rig = new BeltRig();
        rig.Twin.Faults.RefusesWrites = true;

        Assert.Equal("000100000003018604", await rig.AskAsync("000100000006010600000000"));
        Assert.False(Assert.Single(rig.Twin.Machine.Writes).Taken);
        Assert.Equal("0001000000050103020001", await rig.AskAsync("000100000006010300000001"));
    }

    [Fact]
    public async Task Machine_EmergencyStop_StopsBeltAndRadiationUntilReleasedAndOrdered()
    {
        await using var rig = new BeltRig(profile: new BeltProfile { Rate = 0.001, BeltTakes = TimeSpan.Zero });

        rig.Twin.Machine.Set(DateTimeOffset.UtcNow, 2, on: true);
        Assert.Equal("04", (await rig.AskAsync("000100000006010200000003"))[^2..]);
        rig.Twin.Machine.Set(DateTimeOffset.UtcNow, 2, on: false);
        Assert.Equal("00", (await rig.AskAsync("000100000006010200000003"))[^2..]);
        await rig.AskAsync("000100000006010600000001");
        Assert.Equal("01", (await rig.AskAsync("000100000006010200000003"))[^2..]);
    }

    /// <summary>Parcels of the shared plan come in the order of the belt, each with its decision and what was read of its label.</summary>
    [Fact]
    public void Parcels_Advance_PutThePlanIntoTheRegisters()
    {
        var ledger = new Support.ListLedger();
        var profile = new BeltProfile { Rate = 2, Hold = TimeSpan.FromMilliseconds(100), Mix = new ParcelMix { Alarm = 0.3, Unknown = 0.2, Aborted = 0.1, BarcodeMissing = 0.2 } };
        var plan = new BeltPlan("belt-1", profile, 5, s_start, DateTimeOffset.MaxValue, 40, ledger);
        var parcels = new BeltParcels(plan);
        var registers = new BeltRegisters();
        var source = new ParcelSource(5, "belt-1", s_start, profile.Rate, profile.Mix);
        uint seen = 0;
        for (var now = s_start; !parcels.IsDone(now); now += TimeSpan.FromMilliseconds(20))
        {
            parcels.Advance(now, registers);
            if (parcels.Count == seen)
            {
                continue;
            }

            Assert.Equal(seen + 1, parcels.Count);
            seen = parcels.Count;
            var parcel = source.At(seen - 1);
            Assert.Equal(parcel.Machine switch { ParcelVerdict.Clear => 1, ParcelVerdict.Alarm => 2, ParcelVerdict.Unknown => 3, _ => 0 }, registers.Input[18]);
            Assert.Equal((seen, 0), ((uint)((registers.Input[16] << 16) | registers.Input[17]), registers.Holding[1]));
            Assert.Equal(parcel.Reads.Any(read => read.At <= now), registers.Input[20] != 0);
            parcels.Told(seen);
        }

        Assert.Equal(40u, seen);
        Assert.Equal(39, ledger.Lines.Count);
        Assert.All(ledger.Lines, line => Assert.Equal("stream", line.Told));
    }

    private static Action<BeltRegisters> FixedTables() => registers =>
    {
        foreach (var (i, on) in Convert.FromHexString("79d3").SelectMany(bits => Enumerable.Range(0, 8).Select(bit => (bits >> bit & 1) != 0)).Index())
        {
            registers.Discrete[i] = on;
        }

        string words = "000b00000642032cffdd01a13e4ccccd000111eb000000260012d68749ba3e0c000111eb000212345346313233343536373839303132330000000000";
        for (int i = 0; i < words.Length / 4; i++)
        {
            registers.Input[i] = ushort.Parse(words.AsSpan(4 * i, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }
    };
}
