using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Sim.Ports;

/// <summary>A serial server in raw mode: whoever connects last has the line.</summary>
public sealed class TcpBytePort(IPEndPoint listen) : IBytePort
{
    private readonly TcpListener _listener = new(listen);
    private volatile NetworkStream? _current;

    public bool IsStream => true;

    /// <summary>Where it listens, once open.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    public void Open() => _listener.Start();

    public async Task RunAsync(Func<ReadOnlyMemory<byte>, ValueTask> received, Action lost, CancellationToken ct)
    {
        var hearing = new List<Task>();
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(ct).ConfigureAwait(false);
                Drop();
                lost();
                hearing.Add(HearAsync(_current = new NetworkStream(socket, ownsSocket: true), received, lost, ct));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            Drop();
            await Task.WhenAll(hearing).ConfigureAwait(false);
        }
    }

    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (_current is not { } stream)
        {
            return false;
        }

        try
        {
            await stream.WriteAsync(bytes, ct).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    public void Drop()
    {
        _current?.Dispose();
        _current = null;
    }

    public ValueTask DisposeAsync()
    {
        _listener.Stop();
        Drop();
        return ValueTask.CompletedTask;
    }

    private async Task HearAsync(NetworkStream stream, Func<ReadOnlyMemory<byte>, ValueTask> received, Action lost, CancellationToken ct)
    {
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, ct).ConfigureAwait(false) is var got and > 0)
            {
                await received(buffer.AsMemory(0, got)).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The peer left, or another one took the line.
        }

        if (_current == stream)
        {
            Drop();
            lost();
        }
    }
}
