using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// Reads a link that may be open and dead: a limit on silence, none on the whole (plate-camera.md section 9, F2 and F3).
/// </summary>
/// <param name="stream">The link.</param>
/// <param name="time">Whose clock measures the silence.</param>
public sealed class WatchedReader(Stream stream, TimeProvider time)
{
    /// <returns>Bytes read; 0 when the device ended the link in an orderly way.</returns>
    /// <exception cref="DeviceFaultException"><c>Silent</c>: nothing came within the limit. <c>Unreachable</c>: the link broke.
    /// <c>Garbled</c>: the framing of HTTP broke.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan silence, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await stream.ReadAsync(buffer, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new DeviceFaultException(FaultKind.Silent, $"The link is open but nothing came for {silence.TotalSeconds:0.#} s.");
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
}
