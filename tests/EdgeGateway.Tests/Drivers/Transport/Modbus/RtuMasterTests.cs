using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport.Modbus;

/// <summary>Modbus RTU on a line in memory.</summary>
public sealed class RtuMasterTests : ModbusMasterContract
{
    private const string Port = "/dev/serial/by-id/adapter";

    private readonly FakeSerialLines _lines = new();

    private readonly FakeSerialFarEnd _far;

    public RtuMasterTests()
    {
        _far = _lines.Plug(Port);
        _ = new RtuSlave(Bus, _far);
    }

    private protected override IModbusMasters Masters => new ModbusMasters(new TcpDialer(), _lines, Time);

    private protected override ModbusBusSettings Here => new(null, new SerialSettings(Port) { BaudRate = 9_600 }, AnswerTime);

    private protected override ModbusBusSettings Nowhere => new(null, new SerialSettings("/dev/serial/by-id/none"), AnswerTime);

    [Fact]
    public async Task Read_NoiseAroundEveryAnswer_EveryOneIsRead()
    {
        await using var master = await OpenAsync();
        var random = new Random(20261122);
        Bus.Spoil = (_, frame) =>
        {
            byte[] before = new byte[random.Next(0, 30)], after = new byte[random.Next(0, 10)];
            random.NextBytes(before);
            random.NextBytes(after);
            return [.. before, .. frame, .. after];
        };
        for (ushort i = 0; i < 100; i++)
        {
            Bus[17].Input[i] = (ushort)(i * 7);

            Assert.Equal<ushort[]>([(ushort)(i * 7)], await Time.RunAsync(master.ReadWordsAsync(17, ModbusArea.Input, i, 1, default)));
        }

        Assert.Equal(100, Bus.Asked.Count);
        Assert.Contains("rtu-noise", Faults);
    }

    [Fact]
    public async Task Read_OneBitWrong_IsAskedAgain()
    {
        await using var master = await OpenAsync();
        Bus[17].Input[0] = 5;
        int answers = 0;
        Bus.Spoil = (_, frame) =>
        {
            frame[3] ^= (byte)(Interlocked.Increment(ref answers) == 1 ? 1 : 0);
            return frame;
        };

        Assert.Equal<ushort[]>([5], await Time.RunAsync(master.ReadWordsAsync(17, ModbusArea.Input, 0, 1, default)));
        Assert.Equal(2, Bus.Asked.Count);
    }

    [Fact]
    public async Task Write_LineHearsItself_WaitsForTheUnitOnceThatIsKnown()
    {
        await using var master = await OpenAsync(Here with { Retries = 0 });
        Bus.Spoil = (unit, frame) => [.. RtuSlave.Frame(unit, Bus.Asked.Last().Pdu), .. frame];
        await Time.RunAsync(master.ReadWordsAsync(17, ModbusArea.Input, 0, 1, default));

        await Time.RunAsync(master.WriteRegistersAsync(17, 0, new ushort[] { 2 }, default));
        Bus.Spoil = (unit, frame) => RtuSlave.Frame(unit, Bus.Asked.Last().Pdu);

        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(master.WriteRegistersAsync(17, 0, new ushort[] { 3 }, default)));
    }

    [Fact]
    public async Task Ask_OneAfterTheOther_KeepsTheGapOfTheLine()
    {
        await using var master = await OpenAsync();
        await Time.RunAsync(master.ReadWordsAsync(17, ModbusArea.Input, 0, 1, default));
        long answered = Time.GetTimestamp();

        var next = master.ReadWordsAsync(17, ModbusArea.Input, 0, 1, default);
        await Eventually.TrueAsync(() => Time.Timers > 0, "the gap is waited for");
        Assert.Single(Bus.Asked);
        await Time.RunAsync(next);

        // 3.5 characters of 11 bits at 9,600 baud are 4.01 ms.
        Assert.True(Time.GetElapsedTime(answered) >= TimeSpan.FromMilliseconds(5));
    }

    [Fact]
    public async Task Ask_UnitThatOwesAnAnswer_WaitsWhileOthersGoOn()
    {
        await using var master = await OpenAsync(Here with { Retries = 0 });
        Bus.Holds[3] = new TaskCompletionSource().Task;
        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));
        long silent = Time.GetTimestamp();

        var owing = master.ReadWordsAsync(3, ModbusArea.Input, 1, 1, default);
        await Time.RunAsync(master.ReadWordsAsync(4, ModbusArea.Input, 0, 1, default));
        Assert.Equal(1, Bus.AskedOf(3));
        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(owing));

        Assert.True(Time.GetElapsedTime(silent) >= AnswerTime * 2);
    }

    [Fact]
    public async Task Read_UnitIsAlwaysALittleTooSlow_EveryAnswerIsOfItsOwnAddress()
    {
        await using var master = await OpenAsync();
        (Bus[3].Input[6], Bus[3].Input[10]) = (6, 10);
        Bus.Spoil = (unit, frame) =>
        {
            _ = SendLateAsync(frame);
            return null;
        };

        Assert.Equal<ushort[]>([6], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 6, 1, default)));
        Assert.Equal<ushort[]>([10], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 10, 1, default)));
        Assert.Equal<ushort[]>([6], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 6, 1, default)));

        async Task SendLateAsync(byte[] frame)
        {
            await Task.Delay(AnswerTime * 1.1, Time);
            _far.Send(frame);
        }
    }

    [Fact]
    public async Task Ask_UnitBeginsToOweWhileAnotherWaitsForItsTurn_IsLeftAlone()
    {
        await using var master = await OpenAsync(Here with { Retries = 0 });
        Bus.Holds[3] = Bus.Holds[4] = new TaskCompletionSource().Task;
        var busy = master.ReadWordsAsync(4, ModbusArea.Input, 0, 1, default);
        var first = master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default);
        var second = master.ReadWordsAsync(3, ModbusArea.Input, 1, 1, default);

        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(busy));
        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(first));
        long silent = Time.GetTimestamp();
        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(second));

        Assert.True(Time.GetElapsedTime(silent) >= AnswerTime * 2);
    }

    [Fact]
    public async Task Write_UnitOwesTheAnswerToARead_DoesNotWait()
    {
        await using var master = await OpenAsync(Here with { Retries = 0 });
        Bus.Spoil = static (_, frame) => frame[1] == 4 ? null : frame;
        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));
        long silent = Time.GetTimestamp();

        await Time.RunAsync(master.WriteRegistersAsync(3, 0, new ushort[] { 1 }, default));

        Assert.True(Time.GetElapsedTime(silent) < AnswerTime);
    }

    [Fact]
    public async Task Write_ToEverybody_IsNotSent()
    {
        await using var master = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await master.WriteRegistersAsync(0, 0, new ushort[] { 1 }, default));
        Assert.Empty(Bus.Asked);
    }

    private protected override void Cut() => _lines.Unplug(Port);

    private protected override byte[] Shortened(byte[] frame) => RtuSlave.Frame(frame[0], [frame[1], (byte)(frame[2] - 2), .. frame[3..^4]]);
}
