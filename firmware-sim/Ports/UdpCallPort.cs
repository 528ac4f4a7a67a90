using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Sim.Ports;

/// <summary>A device that speaks first, to one address, and hears what comes back from there, as vehicles do with their ground station (drone.md section 1.1).</summary>
public sealed class UdpCallPort(IPEndPoint to) : IBytePort
{
    private readonly Lock _gate = new();
    private readonly byte[] _buffer = new byte[4096];
    private Socket? _socket;
    private bool _isOver;

    public bool IsStream => false;

    public void Open() => Renew();

    public async Task RunAsync(Func<ReadOnlyMemory<byte>, ValueTask> received, Action lost, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && Current() is { } socket)
        {
            try
            {
                SocketReceiveFromResult got = await socket.ReceiveFromAsync(_buffer, to, ct).ConfigureAwait(false);
                await received(_buffer.AsMemory(0, got.ReceivedBytes)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // Nobody listens there at the moment, the source port is another one from now on, or we are asked to stop.
                await Task.Yield();
            }
        }
    }

    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            return Current() is { } socket && await socket.SendToAsync(bytes, to, ct).ConfigureAwait(false) == bytes.Length;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Another source port from now on.</summary>
    public void Drop() => Renew();

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isOver = true;
            _socket?.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private Socket? Current()
    {
        lock (_gate)
        {
            return _isOver ? null : _socket;
        }
    }

    private void Renew()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _socket?.Dispose();
                _socket = new Socket(to.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
                _socket.Bind(new IPEndPoint(to.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0));
            }
        }
    }
}
