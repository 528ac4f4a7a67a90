using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Sim.Ports;

/// <summary>
/// A UDP port of a device. A network in between may give it another source port (pdt-radio.md section 15, Q6): from then on
/// it talks and hears there, and what comes to the first port reaches nobody until somebody calls anew.
/// </summary>
public sealed class UdpDoor(IPEndPoint listen) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Socket> _sockets = [];
    private Socket? _home;
    private Socket? _away;
    private IPEndPoint? _peer;
    private Func<ReadOnlyMemory<byte>, ValueTask>? _received;
    private CancellationToken _stop;
    private readonly List<Task> _hearing = [];

    /// <summary>Whether a datagram begins a conversation: only such a one is heard on the first port while we are elsewhere.</summary>
    public Func<ReadOnlyMemory<byte>, bool> Begins { get; init; } = _ => false;

    /// <summary>Where it listens, once open.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_home!.LocalEndPoint!;

    /// <summary>Somebody has spoken to us.</summary>
    public bool HasPeer
    {
        get
        {
            lock (_gate)
            {
                return _peer is not null;
            }
        }
    }

    public void Open() => _home = Bound(listen);

    /// <summary>Hears until stopped.</summary>
    public async Task RunAsync(Func<ReadOnlyMemory<byte>, ValueTask> received, CancellationToken ct)
    {
        (_received, _stop) = (received, ct);
        List<Task> hearing;
        lock (_gate)
        {
            _hearing.Add(HearAsync(_home!));
            hearing = _hearing;
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
        await Task.WhenAll(hearing.ToArray()).ConfigureAwait(false);
    }

    /// <returns>False while nobody has spoken to us.</returns>
    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Socket from;
        IPEndPoint to;
        lock (_gate)
        {
            if (_peer is null || _home is null)
            {
                return false;
            }

            (from, to) = (_away ?? _home, _peer);
        }

        try
        {
            await from.SendToAsync(bytes, to, ct).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Another source port from now on.</summary>
    public void Rebind()
    {
        lock (_gate)
        {
            _away?.Dispose();
            _away = Bound(new IPEndPoint(listen.Address, 0));
            _hearing.Add(HearAsync(_away));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _sockets.ForEach(socket => socket.Dispose());
        }
    }

    private Socket Bound(IPEndPoint at)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        _sockets.Add(socket);
        socket.Bind(at);
        return socket;
    }

    private async Task HearAsync(Socket socket)
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                SocketReceiveFromResult got = await socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop).ConfigureAwait(false);
                if (IsForUs(socket, buffer.AsMemory(0, got.ReceivedBytes), (IPEndPoint)got.RemoteEndPoint))
                {
                    await _received!(buffer.AsMemory(0, got.ReceivedBytes)).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Stopped, or this source port is no longer ours.
        }
    }

    private bool IsForUs(Socket socket, ReadOnlyMemory<byte> datagram, IPEndPoint from)
    {
        lock (_gate)
        {
            if (_away is not null && socket == _home)
            {
                if (!Begins(datagram))
                {
                    return false;
                }

                _away.Dispose();
                _away = null;
            }

            _peer = from;
            return true;
        }
    }
}
