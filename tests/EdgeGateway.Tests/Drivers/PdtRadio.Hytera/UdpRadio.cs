using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>A hand-made radio on a UDP port of the loopback: HRNP for <see cref="RadioPeer"/>, everything else for the test.</summary>
internal sealed class UdpRadio : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _listening;
    private IPEndPoint? _gateway;

    public UdpRadio()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        Peer = new RadioPeer(Send);
        Peer.Start();
        _listening = ListenAsync();
    }

    public int Port { get; }

    public RadioPeer Peer { get; }

    public void Send(byte[] datagram) => _socket.SendTo(datagram, _gateway!);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Peer.DisposeAsync();
        _socket.Dispose();
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[4096];
        while (true)
        {
            var got = await _socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
            _gateway = (IPEndPoint)got.RemoteEndPoint;
            Peer.Hear(buffer.AsSpan(0, got.ReceivedBytes));
        }
    }
}
