using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport;

/// <summary>UDP ports of this machine.</summary>
public sealed class DatagramPorts : IDatagramPorts
{
    /// <summary>What the kernel keeps while the disk is slow; a repeater speaks a few datagrams a second.</summary>
    private const int KernelBytes = 256 * 1024;

    public IDatagramPort Open(IPEndPoint local)
    {
        var socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.ReceiveBufferSize = KernelBytes;
            socket.Bind(local);
            return new DatagramPort(socket);
        }
        catch (SocketException error)
        {
            socket.Dispose();
            throw Failure(local, error);
        }
    }

    private static DeviceFaultException Failure(IPEndPoint local, SocketException error) => error.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            new(FaultKind.Busy, $"UDP port {local.Port} is taken: see by whom with \"ss -ulpn\", or write another one.", inner: error),
        SocketError.AddressNotAvailable =>
            new(FaultKind.Unreachable, $"no network card of this machine has the address {local.Address}: check its settings and its cable.", inner: error),
        SocketError.AccessDenied =>
            new(FaultKind.Misconfigured, $"this account may not use UDP port {local.Port}: take one above 1023, or give the service CAP_NET_BIND_SERVICE.", inner: error),
        _ => new(FaultKind.Misconfigured, $"UDP {local} cannot be opened: {error.Message}.", inner: error),
    };
}
