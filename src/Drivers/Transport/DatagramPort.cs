using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Drivers.Transport;

/// <summary>One UDP port.</summary>
/// <param name="socket">Bound; the port closes it.</param>
internal sealed class DatagramPort(Socket socket) : IDatagramPort
{
    private readonly IPEndPoint _anybody = new(socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);

    public IPEndPoint Local { get; } = (IPEndPoint)socket.LocalEndPoint!;

    public async ValueTask<DatagramReceipt> ReceiveAsync(Memory<byte> buffer, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var got = await socket.ReceiveFromAsync(buffer, SocketFlags.None, _anybody, ct).ConfigureAwait(false);
                return new DatagramReceipt(got.ReceivedBytes, (IPEndPoint)got.RemoteEndPoint);
            }
            catch (SocketException error) when (IsAboutAPeer(error))
            {
                // ICMP told that nobody listens where we sent something; others may speak still.
            }
            catch (SocketException error)
            {
                throw Gone(error);
            }
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, IPEndPoint to, CancellationToken ct)
    {
        try
        {
            await socket.SendToAsync(bytes, SocketFlags.None, to, ct).ConfigureAwait(false);
        }
        catch (SocketException error) when (IsAboutAPeer(error))
        {
            // It is about a datagram before this one, which is lost as any may be; the kernel told it once.
            await SendAgainAsync(bytes, to, ct).ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            throw Gone(error);
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task SendAgainAsync(ReadOnlyMemory<byte> bytes, IPEndPoint to, CancellationToken ct)
    {
        try
        {
            await socket.SendToAsync(bytes, SocketFlags.None, to, ct).ConfigureAwait(false);
        }
        catch (SocketException error) when (IsAboutAPeer(error))
        {
            // Nobody there is no error.
        }
        catch (SocketException error)
        {
            throw Gone(error);
        }
    }

    private static bool IsAboutAPeer(SocketException error) => error.SocketErrorCode is SocketError.ConnectionRefused or SocketError.ConnectionReset;

    private IOException Gone(SocketException error) => new($"UDP port {Local.Port} cannot be used: {error.Message}; check the network card and the route", error);
}
