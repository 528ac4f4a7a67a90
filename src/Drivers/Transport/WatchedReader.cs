using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// Reads a link that may be open and dead: nothing limits the whole, the caller limits the silence (plate-camera.md
/// section 9, F2 and F3). A read that lasts too long stays under way, because cutting it off would cut the link.
/// </summary>
/// <param name="stream">The link.</param>
/// <param name="time">Whose clock measures the silence.</param>
/// <param name="bufferBytes">Most bytes of one read.</param>
public sealed class WatchedReader(Stream stream, TimeProvider time, int bufferBytes = 64 * 1024)
{
    private readonly byte[] _buffer = new byte[bufferBytes];
    private Task<int>? _read;
    private long _since;

    /// <summary>How long the device has said nothing while we listened.</summary>
    public TimeSpan Silence => _read is null ? TimeSpan.Zero : time.GetElapsedTime(_since);

    /// <param name="patience">How long to wait this time.</param>
    /// <param name="ct">Stops the wait and the link.</param>
    /// <returns>Bytes, valid until the next call; empty when the device ended the link; null when nothing came within the patience.</returns>
    /// <exception cref="DeviceFaultException"><c>Unreachable</c>: the link broke. <c>Garbled</c>: the framing of HTTP broke.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(TimeSpan patience, CancellationToken ct)
    {
        var read = _read ?? Begin(ct);
        try
        {
            await ((Task)read).WaitAsync(patience, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (!read.IsCompleted)
            {
                return null;
            }

            _read = null;
            return _buffer.AsMemory(0, await read.ConfigureAwait(false));
        }
        catch (HttpIOException error) when (error.HttpRequestError != HttpRequestError.ResponseEnded)
        {
            throw new DeviceFaultException(FaultKind.Garbled, "The stream is no longer HTTP.", inner: error);
        }
        catch (IOException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, "The link broke; check cable and power of the device.", inner: error);
        }
    }

    private Task<int> Begin(CancellationToken ct)
    {
        _since = time.GetTimestamp();
        return _read = stream.ReadAsync(_buffer, ct).AsTask();
    }
}
