using System.Net.Sockets;

namespace EdgeGateway.Sim.Cameras;

/// <summary>One open alertStream. Notices by itself that the gateway went away, since a write alone would not.</summary>
public sealed class AlertStream(NetworkStream stream)
{
    private volatile bool _open = true;

    public bool IsOpen => _open;

    /// <returns>True when every byte went into a link that was still open afterwards.</returns>
    public async Task<bool> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await stream.WriteAsync(bytes, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // After half a message the stream is of no use to anybody.
            Close();
        }

        return _open;
    }

    /// <summary>Completes when the gateway ends the link; whatever it says meanwhile is not read.</summary>
    public async Task WatchAsync(CancellationToken ct)
    {
        var ignored = new byte[256];
        try
        {
            while (await stream.ReadAsync(ignored, ct).ConfigureAwait(false) > 0)
            {
            }
        }
        finally
        {
            Close();
        }
    }

    public void Close()
    {
        _open = false;
        stream.Dispose();
    }
}
