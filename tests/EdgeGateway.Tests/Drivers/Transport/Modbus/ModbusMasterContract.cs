using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport.Modbus;

/// <summary>What a driver relies on, whatever carries the requests. Every kind of bus has a class that inherits this.</summary>
public abstract class ModbusMasterContract
{
    private protected static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(300);

    private protected FakeTimeProvider Time { get; } = new();

    private protected SlaveBus Bus { get; } = new();

    private protected List<string> Faults { get; } = [];

    private protected abstract IModbusMasters Masters { get; }

    /// <summary>Where the bus of the slave is.</summary>
    private protected abstract ModbusBusSettings Here { get; }

    private protected abstract ModbusBusSettings Nowhere { get; }

    /// <summary>Takes the slave away.</summary>
    private protected abstract void Cut();

    [Fact]
    public async Task Read_EveryTable_GivesItsValues()
    {
        await using var master = await OpenAsync();
        (Bus[3].Input[7], Bus[3].Input[8], Bus[3].Holding[7]) = (0x1234, 0xFFFF, 9);
        (Bus[3].Coils[10], Bus[3].Discrete[11]) = (true, true);

        Assert.Equal<ushort[]>([0x1234, 0xFFFF], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 7, 2, default)));
        Assert.Equal<ushort[]>([9], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Holding, 7, 1, default)));
        Assert.Equal<bool[]>([true, false, false], await Time.RunAsync(master.ReadBitsAsync(3, ModbusArea.Coil, 10, 3, default)));
        Assert.Equal<bool[]>([false, true], await Time.RunAsync(master.ReadBitsAsync(3, ModbusArea.Discrete, 10, 2, default)));
        Assert.Equal(125, (await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 125, default))).Length);
        Assert.Equal(2000, (await Time.RunAsync(master.ReadBitsAsync(3, ModbusArea.Coil, 0, 2000, default))).Length);
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task Write_OneAndSeveral_AreThereAndConfirmed()
    {
        await using var master = await OpenAsync();

        await Time.RunAsync(master.WriteRegistersAsync(3, 2, new ushort[] { 5 }, default));
        await Time.RunAsync(master.WriteRegistersAsync(3, 10, new ushort[] { 6, 7, 8 }, default));
        await Time.RunAsync(master.WriteCoilsAsync(3, 1, new[] { true }, default));
        await Time.RunAsync(master.WriteCoilsAsync(3, 20, new[] { true, false, true }, default));

        Assert.Equal<ushort[]>([5, 6, 7, 8], [Bus[3].Holding[2], .. Bus[3].Holding[10..13]]);
        Assert.Equal<bool[]>([true, true, false, true], [Bus[3].Coils[1], .. Bus[3].Coils[20..23]]);
        Assert.Equal([6, 16, 5, 15], Bus.Asked.Select(one => (int)one.Pdu[0]));
    }

    [Fact]
    public async Task Ask_Refused_IsToldWithItsCode()
    {
        await using var master = await OpenAsync();
        Bus[3].Refuses = 4;

        var read = await Assert.ThrowsAsync<ModbusRefusedException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));
        var write = await Assert.ThrowsAsync<ModbusRefusedException>(() => Time.RunAsync(master.WriteCoilsAsync(3, 0, new[] { true }, default)));

        Assert.Equal((3, 4, 3, 4), (read.Unit, read.Code, write.Unit, write.Code));
    }

    [Fact]
    public async Task Read_Silent_IsAskedAgainOnceAndThenOnlyOnce()
    {
        await using var master = await OpenAsync();
        Bus.Spoil = static (_, _) => null;

        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));
        Assert.Equal(2, Bus.AskedOf(3));
        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));

        Assert.Equal(3, Bus.AskedOf(3));
        Assert.Equal(["answer-missing", "answer-missing", "answer-missing"], Faults);
    }

    [Fact]
    public async Task Write_Silent_IsNeverRepeated()
    {
        await using var master = await OpenAsync();
        Bus.Spoil = static (_, _) => null;

        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(master.WriteRegistersAsync(3, 0, new ushort[] { 1 }, default)));

        Assert.Single(Bus.Asked);
    }

    [Fact]
    public async Task Read_OneAnswerLost_IsReadAllTheSame()
    {
        await using var master = await OpenAsync();
        Bus[3].Input[0] = 77;
        int answers = 0;
        Bus.Spoil = (_, frame) => Interlocked.Increment(ref answers) == 1 ? null : frame;

        Assert.Equal<ushort[]>([77], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));
    }

    [Fact]
    public async Task Read_AnswerOfAnotherLength_IsAskedAgain()
    {
        await using var master = await OpenAsync();
        Bus[3].Input[1] = 78;
        int answers = 0;
        Bus.Spoil = (_, frame) => Interlocked.Increment(ref answers) == 1 ? Shortened(frame) : frame;

        Assert.Equal<ushort[]>([0, 78], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 2, default)));
        Assert.NotEmpty(Faults);
    }

    [Fact]
    public async Task Read_AnswerComesLate_IsNotTakenForTheNext()
    {
        await using var master = await OpenAsync(Here with { Retries = 0 });
        (Bus[3].Input[0], Bus[3].Input[1]) = (11, 22);
        var late = new TaskCompletionSource();
        Bus.Holds[3] = late.Task;
        await Assert.ThrowsAsync<TimeoutException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));

        late.SetResult();

        Assert.Equal<ushort[]>([22], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 1, 1, default)));
    }

    [Fact]
    public async Task Read_GivenUp_TheNextIsRight()
    {
        await using var master = await OpenAsync();
        (Bus[3].Input[0], Bus[3].Input[1]) = (11, 22);
        var late = new TaskCompletionSource();
        Bus.Holds[3] = late.Task;
        using var cancel = new CancellationTokenSource();
        var given = master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, cancel.Token);
        await Eventually.TrueAsync(() => Bus.AskedOf(3) == 1, "the unit was asked");

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        late.SetResult();

        Assert.Equal<ushort[]>([22], await Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 1, 1, default)));
    }

    [Fact]
    public async Task Read_ManyAtOnce_EachGetsItsOwn()
    {
        await using var master = await OpenAsync(Here with { Outstanding = 4 });
        for (int i = 0; i < 60; i++)
        {
            Bus[(byte)(1 + (i % 5))].Holding[i] = (ushort)(1000 + i);
        }

        var reads = Enumerable.Range(0, 60).Select(i => master.ReadWordsAsync((byte)(1 + (i % 5)), ModbusArea.Holding, (ushort)i, 1, default)).ToArray();

        ushort[][] read = await Time.RunAsync(Task.WhenAll(reads));
        Assert.Equal(Enumerable.Range(1000, 60), read.Select(words => (int)words[0]));
    }

    [Fact]
    public async Task Write_WhileReadsWait_GoesFirst()
    {
        await using var master = await OpenAsync();
        var hold = new TaskCompletionSource();
        Bus.Holds[3] = hold.Task;
        var first = master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default);
        await Eventually.TrueAsync(() => Bus.AskedOf(3) == 1, "the unit was asked");
        var second = master.ReadWordsAsync(4, ModbusArea.Input, 0, 1, default);
        var order = master.WriteRegistersAsync(4, 0, new ushort[] { 1 }, default);

        hold.SetResult();
        await Time.RunAsync(Task.WhenAll(first, second, order));

        Assert.Equal([4, 6, 4], Bus.Asked.Select(one => (int)one.Pdu[0]));
    }

    [Fact]
    public async Task Read_WaitsAndIsGivenUp_LeavesTheTurnToOthers()
    {
        await using var master = await OpenAsync();
        var hold = new TaskCompletionSource();
        Bus.Holds[3] = hold.Task;
        var first = master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default);
        await Eventually.TrueAsync(() => Bus.AskedOf(3) == 1, "the unit was asked");
        using var cancel = new CancellationTokenSource();
        var second = master.ReadWordsAsync(4, ModbusArea.Input, 0, 1, cancel.Token);
        var third = master.ReadWordsAsync(5, ModbusArea.Input, 0, 1, default);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        hold.SetResult();
        await Time.RunAsync(Task.WhenAll(first, third));

        Assert.Equal(0, Bus.AskedOf(4));
    }

    [Fact]
    public async Task Link_Cut_IsAnIOException()
    {
        await using var master = await OpenAsync();
        Bus.Spoil = static (_, _) => null;
        var read = master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default);
        await Eventually.TrueAsync(() => Bus.AskedOf(3) == 1, "the unit was asked");

        Cut();

        await Assert.ThrowsAsync<IOException>(() => read);
        await Assert.ThrowsAsync<IOException>(() => Time.RunAsync(master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default)));
    }

    [Fact]
    public async Task Dispose_TwiceAndWhileAsking_EndsIt()
    {
        var master = await OpenAsync();
        Bus.Spoil = static (_, _) => null;
        var read = master.ReadWordsAsync(3, ModbusArea.Input, 0, 1, default);
        await Eventually.TrueAsync(() => Bus.AskedOf(3) == 1, "the unit was asked");

        await master.DisposeAsync();
        await master.DisposeAsync();

        await Assert.ThrowsAsync<IOException>(() => read);
    }

    [Fact]
    public async Task Ask_WhatNoRequestCanHold_Throws()
    {
        await using var master = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => master.ReadWordsAsync(3, ModbusArea.Input, 0, 126, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => master.ReadWordsAsync(3, ModbusArea.Coil, 0, 1, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => master.ReadBitsAsync(3, ModbusArea.Input, 0, 1, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await master.WriteRegistersAsync(3, 0, new ushort[124], default));
        Assert.Empty(Bus.Asked);
    }

    [Fact]
    public async Task Open_NobodyThere_IsUnreachable()
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => Masters.OpenAsync(Nowhere, default));

        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    /// <summary>A frame that is right in itself and has one value less than was asked.</summary>
    private protected abstract byte[] Shortened(byte[] frame);

    private protected async Task<IModbusMaster> OpenAsync(ModbusBusSettings? settings = null) =>
        await Masters.OpenAsync((settings ?? Here) with { Fault = (_, reason) => Note(reason) }, default);

    private void Note(string reason)
    {
        lock (Faults)
        {
            Faults.Add(reason);
        }
    }
}
