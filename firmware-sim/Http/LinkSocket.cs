using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Sim.Http;

/// <summary>A device's socket to a web server.</summary>
internal static class LinkSocket
{
    /// <exception cref="SocketException">Nobody there.</exception>
    public static async Task<Socket> ConnectAsync(Uri server, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            EndPoint end = IPAddress.TryParse(server.IdnHost, out IPAddress? address)
                ? new IPEndPoint(address, server.Port)
                : new DnsEndPoint(server.IdnHost, server.Port);
            await socket.ConnectAsync(end, ct).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static async ValueTask SendAllAsync(this Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, ct).ConfigureAwait(false)..];
        }
    }
}
