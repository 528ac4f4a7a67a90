using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport;

/// <summary>TCP ports of this machine.</summary>
public sealed class TcpDoors : ITcpDoors
{
    public ITcpDoor Open(IPEndPoint local)
    {
        var listener = new TcpListener(local);
        try
        {
            listener.Start();
            return new TcpDoor(listener);
        }
        catch (SocketException error)
        {
            listener.Dispose();
            throw Failure(local, error);
        }
    }

    private static DeviceFaultException Failure(IPEndPoint local, SocketException error) => error.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            new(FaultKind.Busy, $"TCP port {local.Port} is taken: see by whom with \"ss -tlnp\", or write another one.", inner: error),
        SocketError.AddressNotAvailable =>
            new(FaultKind.Unreachable, $"no network card of this machine has the address {local.Address}: check its settings and its cable.", inner: error),
        SocketError.AccessDenied =>
            new(FaultKind.Misconfigured, $"this account may not use TCP port {local.Port}: take one above 1023, or give the service CAP_NET_BIND_SERVICE.", inner: error),
        _ => new(FaultKind.Misconfigured, $"TCP {local} cannot be opened: {error.Message}.", inner: error),
    };

    private sealed class TcpDoor(TcpListener listener) : ITcpDoor
    {
        public IPEndPoint Local { get; } = (IPEndPoint)listener.LocalEndpoint;

        public async Task<TcpGuest> AcceptAsync(CancellationToken ct)
        {
            while (true)
            {
                try
                {
                    var socket = await listener.AcceptSocketAsync(ct).ConfigureAwait(false);
                    socket.NoDelay = true;
                    return new TcpGuest(new NetworkStream(socket, ownsSocket: true), (IPEndPoint)socket.RemoteEndPoint!);
                }
                catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset or SocketError.NotConnected)
                {
                    // Gone before it was let in.
                }
                catch (SocketException error)
                {
                    throw new DeviceFaultException(FaultKind.Unreachable, $"nobody can be let in on TCP {Local}: {error.Message}.", inner: error);
                }
            }
        }

        public void Dispose() => listener.Dispose();
    }
}
