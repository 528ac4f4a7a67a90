using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport.Modbus;

/// <summary>Modbus TCP.</summary>
public sealed class TcpMasterTests : ModbusMasterContract, IDisposable
{
    private readonly TcpSlave _slave;
    private readonly TcpSlave _closed = new(new SlaveBus());

    public TcpMasterTests()
    {
        _slave = new TcpSlave(Bus);
        _closed.Dispose();
    }

    private protected override IModbusMasters Masters => new ModbusMasters(new TcpDialer(), new FakeSerialLines(), Time);

    private protected override ModbusBusSettings Here => new(new DeviceAddress("127.0.0.1", _slave.Port), null, AnswerTime);

    private protected override ModbusBusSettings Nowhere => new(new DeviceAddress("127.0.0.1", _closed.Port), null, AnswerTime);

    public void Dispose() => _slave.Dispose();

    [Fact]
    public async Task Read_SeveralOutstanding_ASlowUnitHoldsNobodyUp()
    {
        await using var master = await OpenAsync(Here with { Outstanding = 2 });
        Bus[4].Input[0] = 44;
        var hold = new TaskCompletionSource();
        Bus.Holds[3] = hold.Task;
        var slow = master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default);

        for (int i = 0; i < 5; i++)
        {
            Assert.Equal<ushort[]>([44], await master.ReadWordsAsync(4, ModbusArea.Input, 0, 1, default).WaitAsync(TimeSpan.FromSeconds(20)));
        }

        Assert.False(slow.IsCompleted);
        hold.SetResult();
        Assert.Equal<ushort[]>([0], await slow.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Read_OneOutstandingAndASlowUnit_TheOthersAskAllTheyHaveBetweenTwoOfItsQuestions()
    {
        await using var master = await OpenAsync();
        var hold = new TaskCompletionSource();
        Bus.Holds[3] = hold.Task;
        var slow = InARowAsync(master, 3, 2);
        await Eventually.TrueAsync(() => Bus.AskedOf(3) == 1, "the slow unit was asked");
        var quick = InARowAsync(master, 4, 3);

        Time.Advance(TimeSpan.FromMilliseconds(200));
        hold.SetResult();

        await quick.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal([3, 4, 4, 4], Bus.Asked.Select(one => (int)one.Unit));
        await Time.RunAsync(slow);
        Assert.Equal(2, Bus.AskedOf(3));
    }

    [Fact]
    public async Task Read_OneOutstandingAndSeveralWait_TheUnitThatHadTheLeastTimeGoesFirst()
    {
        await using var master = await OpenAsync();
        var (first, next) = (new TaskCompletionSource(), new TaskCompletionSource());
        (Bus.Holds[3], Bus.Holds[4]) = (first.Task, next.Task);
        var reads = new byte[] { 3, 3, 4, 4, 4 }.Select(unit => master.ReadWordsAsync(unit, ModbusArea.Input, 0, 1, default)).ToArray();
        await Eventually.TrueAsync(() => Bus.Asked.Count == 1, "the first was asked");
        Time.Advance(TimeSpan.FromMilliseconds(200));

        first.SetResult();
        await Eventually.TrueAsync(() => Bus.Asked.Count >= 2, "the second was asked");
        Time.Advance(TimeSpan.FromMilliseconds(250));
        next.SetResult();
        await Task.WhenAll(reads).WaitAsync(TimeSpan.FromSeconds(20));

        // The second of unit 3 waits until unit 4 has had more time than its first took, and then no longer.
        Assert.Equal([3, 4, 3, 4, 4], Bus.Asked.Select(one => (int)one.Unit));
    }

    [Fact]
    public async Task Read_AnswerOfAnotherUnitOrTransaction_IsDropped()
    {
        await using var master = await OpenAsync();
        Bus[3].Input[0] = 33;
        Bus.Spoil = static (_, frame) =>
        {
            byte[] otherUnit = [.. frame], otherTransaction = [.. frame];
            (otherUnit[6], otherTransaction[0]) = (9, 0x77);
            return [.. otherUnit, .. otherTransaction, .. frame];
        };

        Assert.Equal<ushort[]>([33], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));
        Assert.Equal(["modbus-other-unit", "answer-to-nobody"], Faults);
    }

    [Fact]
    public async Task Read_LateAnswer_IsDroppedAndCounted()
    {
        await using var master = await OpenAsync(Here with { Retries = 0 });
        var late = new TaskCompletionSource();
        Bus.Holds[3] = late.Task;
        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));

        late.SetResult();

        await Eventually.TrueAsync(() => Faults.ToArray() is ["answer-missing", "answer-late"], "the late answer was counted");
    }

    [Theory]
    [InlineData("0001000100030103", "bytes 2 and 3")]
    [InlineData("000100000fff0103", "length")]
    public async Task Link_BytesThatAreNoFrame_EndsAndSaysWhy(string hex, string why)
    {
        await using var master = await OpenAsync();
        Bus.Spoil = (_, _) => Convert.FromHexString(hex);

        var gone = await Assert.ThrowsAsync<IOException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));

        Assert.Contains(why, gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_NothingHeardForLong_EndsAndSaysWhy()
    {
        await using var master = await OpenAsync(Here with { AnswerTime = TimeSpan.FromSeconds(4), Retries = 0 });
        Bus.Spoil = static (_, _) => null;
        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default), milliseconds: 50));
        }

        var gone = await Assert.ThrowsAsync<IOException>(() => master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default));
        Assert.Contains("answered none of 3", gone.Message, StringComparison.Ordinal);
    }

    private protected override void Cut() => _slave.Cut();

    private protected override byte[] Shortened(byte[] frame)
    {
        byte[] cut = frame[..^2];
        (cut[5], cut[8]) = ((byte)(cut[5] - 2), (byte)(cut[8] - 2));
        return cut;
    }

    /// <summary>As a poller does: the next question when the one before is answered.</summary>
    private static async Task InARowAsync(IModbusMaster master, byte unit, int questions)
    {
        for (int i = 0; i < questions; i++)
        {
            await master.ReadWordsAsync(unit, ModbusArea.Input, 0, 1, default);
        }
    }
}
