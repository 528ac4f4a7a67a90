using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Tests.Support;

/// <summary>A device made of a bare socket and a script: every connection is played by the script until it returns.</summary>
public sealed class ScriptedDevice : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly ConcurrentBag<Exception> _failures = [];
    private readonly Func<RawPeer, CancellationToken, Task> _script;
    private readonly Task _accepting;
    private int _connections;

    public ScriptedDevice(Func<RawPeer, CancellationToken, Task> script)
    {
        _script = script;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Connections accepted so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>A port of the loopback where nobody listens.</summary>
    public static int DeadPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends every talk; a script that failed an assertion fails the test here.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_talks);
        if (!_failures.IsEmpty)
        {
            throw new AggregateException(_failures);
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _talks.Add(TalkAsync(socket));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over; a listener that is disposed between two accepts says that it was never started.
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        using var peer = new RawPeer(socket);
        try
        {
            await _script(peer, _stop.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The other side went away, or the test is over.
        }
        catch (Exception error)
        {
            _failures.Add(error);
        }
    }
}
