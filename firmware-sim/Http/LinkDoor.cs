using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Sim.Http;

/// <summary>Lets clients of a simulated device in, as many as come, and has each served until it leaves or the device is switched off.</summary>
/// <param name="listen">Where; port 0 lets the system choose.</param>
/// <param name="serve">Serves one link; it is closed afterwards. Called for several links at one time.</param>
public sealed class LinkDoor(IPEndPoint listen, Func<NetworkStream, CancellationToken, Task> serve) : IAsyncDisposable
{
    private readonly TcpListener _listener = new(listen);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _conversations = [];
    private Task _accepting = Task.CompletedTask;

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    public void Start()
    {
        _listener.Start();
        _accepting = AcceptAsync(_stop.Token);
    }

    /// <summary>May be called twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_conversations).ConfigureAwait(false);
    }

    private async Task AcceptAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(ct).ConfigureAwait(false);
                _conversations.RemoveAll(task => task.IsCompleted);
                _conversations.Add(ConverseAsync(socket, ct));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped; a listener that is disposed between two accepts says that it was never started.
        }
    }

    private async Task ConverseAsync(Socket socket, CancellationToken ct)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await serve(stream, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client left.
        }
    }
}
