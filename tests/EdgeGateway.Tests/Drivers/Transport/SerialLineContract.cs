using System.Diagnostics;
using System.Security.Cryptography;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>What a driver relies on, whatever carries the bytes. Every kind of line has a class that inherits this.</summary>
public abstract class SerialLineContract : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Ends whatever hangs, so that a broken line is a failed test and no stuck run.</summary>
    protected CancellationTokenSource Limit { get; } = new(s_patience);

    protected abstract ISerialLines Lines(TimeProvider time);

    /// <summary>As in the settings.</summary>
    protected abstract string Port { get; }

    /// <summary>A name where nothing is.</summary>
    protected abstract string Nowhere { get; }

    /// <summary>Whether a far end that reads nothing holds the writer up some day.</summary>
    protected virtual bool Stalls => true;

    /// <summary>Puts the device there.</summary>
    protected abstract Task PlugAsync();

    /// <summary>Takes it away.</summary>
    protected abstract Task UnplugAsync();

    protected abstract Task SendAsync(byte[] bytes);

    protected abstract Task<byte[]> TakeAsync(int count);

    public virtual Task InitializeAsync() => PlugAsync();

    public virtual Task DisposeAsync()
    {
        Limit.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Open_NothingThere_IsUnreachable()
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => Lines(TimeProvider.System).OpenAsync(new SerialSettings(Nowhere), Limit.Token));

        Assert.Equal(FaultKind.Unreachable, fault.Kind);
        Assert.NotEmpty(fault.Message);
    }

    [Fact]
    public async Task Open_AlreadyCancelled_ThrowsCancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Lines(TimeProvider.System).OpenAsync(new SerialSettings(Port), new CancellationToken(true)));

    [Fact]
    public async Task ReadAndWrite_EveryByteValue_ArrivesAsItIs()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        await using var line = await OpenAsync();

        await line.WriteAsync(all, Limit.Token);
        await SendAsync(all);

        Assert.Equal<byte[]>(all, await TakeAsync(all.Length));
        Assert.Equal<byte[]>(all, await ReadAsync(line, all.Length));
        Assert.Equal(Port, line.Name);
    }

    [Fact]
    public async Task ReadAndWrite_OneMegabyteBothWaysAtOnce_ArrivesUnchanged()
    {
        var there = RandomNumberGenerator.GetBytes(Megabyte);
        var back = RandomNumberGenerator.GetBytes(Megabyte);
        await using var line = await OpenAsync();

        var writing = WritePiecesAsync(line, there);
        var sending = SendAsync(back);
        var taking = TakeAsync(Megabyte);
        byte[] read = await ReadAsync(line, Megabyte);

        Assert.True(back.SequenceEqual(read));
        byte[] taken = await taking;
        Assert.True(there.SequenceEqual(taken));
        await Task.WhenAll(writing, sending);
    }

    [Fact]
    public async Task Read_NothingComes_WaitsAndTakesTheNext()
    {
        await using var line = await OpenAsync();
        var reading = line.ReadAsync(new byte[8], Limit.Token).AsTask();
        Assert.False(reading.IsCompleted);

        await SendAsync([7]);

        Assert.Equal(1, await reading);
    }

    [Fact]
    public async Task Read_Cancelled_EndsAtOnceAndTheLineGoesOn()
    {
        await using var line = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        var reading = line.ReadAsync(new byte[8], cancel.Token).AsTask();
        Assert.False(reading.IsCompleted);
        var watch = Stopwatch.StartNew();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(s_patience));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await SendAsync([1, 2, 3]);
        Assert.Equal<byte[]>(new byte[] { 1, 2, 3 }, await ReadAsync(line, 3));
    }

    [Fact]
    public async Task Read_CancelledManyTimes_LosesNoByte()
    {
        await using var line = await OpenAsync();
        byte[] sent = [.. Enumerable.Range(0, 2000).Select(value => (byte)(value * 7))];
        var sending = SendSlowlyAsync(sent);
        var got = new List<byte>();
        var buffer = new byte[16];
        while (got.Count < sent.Length)
        {
            Limit.Token.ThrowIfCancellationRequested();
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Limit.Token);
            var reading = line.ReadAsync(buffer, cancel.Token).AsTask();
            await cancel.CancelAsync();
            try
            {
                got.AddRange(buffer[..await reading]);
            }
            catch (OperationCanceledException)
            {
                // Not yet; what comes belongs to the next read.
            }
        }

        await sending;
        Assert.Equal(sent, got);
    }

    [Fact]
    public async Task Discard_BytesWaiting_AreForgotten()
    {
        await using var line = await OpenAsync();
        await SendAsync([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        Assert.Equal<byte[]>(new byte[] { 1 }, await ReadAsync(line, 1));

        line.DiscardInput();
        await SendAsync([99]);

        Assert.Equal<byte[]>(new byte[] { 99 }, await ReadAsync(line, 1));
    }

    [Fact]
    public async Task Unplugged_WhileReading_IsAnIOException()
    {
        await using var line = await OpenAsync();
        var reading = line.ReadAsync(new byte[8], Limit.Token).AsTask();

        await UnplugAsync();

        var gone = await Assert.ThrowsAsync<IOException>(() => reading);
        Assert.NotEmpty(gone.Message);
        await Assert.ThrowsAsync<IOException>(() => line.ReadAsync(new byte[8], Limit.Token).AsTask());
    }

    [Fact]
    public async Task Unplugged_Writing_BecomesAnIOException()
    {
        await using var line = await OpenAsync();
        await UnplugAsync();

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (true)
            {
                await line.WriteAsync(new byte[16], Limit.Token);
                await Task.Delay(1, Limit.Token);
            }
        });
    }

    [Fact]
    public async Task Unplugged_PluggedInAgain_IsOpenedAgain()
    {
        await using (var line = await OpenAsync())
        {
            await UnplugAsync();
            await Assert.ThrowsAsync<IOException>(() => line.ReadAsync(new byte[8], Limit.Token).AsTask());
        }

        await PlugAsync();
        await using var again = await OpenAsync();
        await SendAsync([42]);

        Assert.Equal<byte[]>(new byte[] { 42 }, await ReadAsync(again, 1));
    }

    [Fact]
    public async Task Write_FarEndTakesNothing_IsAnIOExceptionInTheEnd()
    {
        await using var line = await OpenAsync(new HurriedTime(20));
        if (!Stalls)
        {
            return;
        }

        await SendAsync([1]);
        Assert.Equal<byte[]>(new byte[] { 1 }, await ReadAsync(line, 1));
        var silence = await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (true)
            {
                await line.WriteAsync(new byte[64 * 1024], Limit.Token);
            }
        });

        Assert.Contains("taken nothing for 5 s", silence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_TwiceAndWhileReading_EndsTheRead()
    {
        var line = await OpenAsync();
        var reading = line.ReadAsync(new byte[8], Limit.Token).AsTask();

        await line.DisposeAsync();
        await line.DisposeAsync();

        Assert.True(await Record.ExceptionAsync(() => reading) is IOException or ObjectDisposedException or OperationCanceledException);
    }

    protected Task<ISerialLine> OpenAsync(TimeProvider? time = null) => Lines(time ?? TimeProvider.System).OpenAsync(new SerialSettings(Port), Limit.Token);

    protected async Task<byte[]> ReadAsync(ISerialLine line, int count)
    {
        var bytes = new byte[count];
        for (int have = 0; have < count;)
        {
            have += await line.ReadAsync(bytes.AsMemory(have), Limit.Token);
        }

        return bytes;
    }

    private async Task WritePiecesAsync(ISerialLine line, byte[] bytes)
    {
        for (int at = 0; at < bytes.Length; at += 5000)
        {
            await line.WriteAsync(bytes.AsMemory(at, Math.Min(5000, bytes.Length - at)), Limit.Token);
        }
    }

    private async Task SendSlowlyAsync(byte[] bytes)
    {
        for (int at = 0; at < bytes.Length; at += 50)
        {
            await SendAsync(bytes[at..(at + 50)]);
            await Task.Yield();
        }
    }
}
