using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>MAVLink on a serial line.</summary>
/// <param name="line">Ours from now on.</param>
/// <param name="time">Whose clock measures.</param>
internal sealed class SerialLink(ISerialLine line, TimeProvider time) : ByteLink(time)
{
    protected override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct) => line.ReadAsync(buffer, ct);

    protected override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => line.WriteAsync(bytes, ct);

    protected override ValueTask CloseAsync() => line.DisposeAsync();
}

/// <summary>MAVLink on a TCP connection.</summary>
/// <param name="stream">Ours from now on.</param>
/// <param name="time">Whose clock measures.</param>
internal sealed class TcpLink(Stream stream, TimeProvider time) : ByteLink(time)
{
    /// <summary>Open and silent for so long, though vehicles beat once a second: the far end is gone and nobody said so.</summary>
    protected override TimeSpan Silence => TimeSpan.FromSeconds(30);

    protected override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct) => stream.ReadAsync(buffer, ct);

    protected override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => stream.WriteAsync(bytes, ct);

    protected override ValueTask CloseAsync() => stream.DisposeAsync();
}

/// <summary>A stream of bytes, in which a frame may be cut anywhere.</summary>
/// <param name="time">Whose clock measures.</param>
internal abstract class ByteLink(TimeProvider time) : IMavlinkLink
{
    private static readonly IPEndPoint s_end = new(IPAddress.None, 0);

    private readonly byte[] _buffer = new byte[8 * 1024];
    private readonly CancellationTokenSource _life = new();
    private Task<int>? _read;
    private long _since;

    public IPEndPoint? Fixed => s_end;

    public bool IsDatagrams => false;

    /// <summary>How long the link may be open and silent.</summary>
    protected virtual TimeSpan Silence => Timeout.InfiniteTimeSpan;

    public async ValueTask<LinkPiece?> NextAsync(TimeSpan patience, CancellationToken ct)
    {
        var read = _read ?? Begin();
        if (!read.IsCompleted)
        {
            await ((Task)read).WaitAsync(patience, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
        }

        return read.IsCompleted ? await TakeAsync(read).ConfigureAwait(false)
            : Silence > TimeSpan.Zero && time.GetElapsedTime(_since) > Silence ? throw new DeviceFaultException(FaultKind.Silent, "The connection is open and nothing comes: is the vehicle on?")
            : null;
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> frame, IPEndPoint to, CancellationToken ct) => WriteAsync(frame, ct);

    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync().ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
        if (_read is not null)
        {
            await ((Task)_read).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _life.Dispose();
    }

    protected abstract ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct);

    protected abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    protected abstract ValueTask CloseAsync();

    private Task<int> Begin()
    {
        _since = time.GetTimestamp();
        return _read = ReadAsync(_buffer, _life.Token).AsTask();
    }

    private async Task<LinkPiece?> TakeAsync(Task<int> read)
    {
        _read = null;
        try
        {
            int length = await read.ConfigureAwait(false);
            return length > 0 ? new LinkPiece(_buffer.AsMemory(0, length), s_end)
                : throw new DeviceFaultException(FaultKind.Unreachable, "The far end closed the connection.");
        }
        catch (IOException gone)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, gone.Message, inner: gone);
        }
    }
}
