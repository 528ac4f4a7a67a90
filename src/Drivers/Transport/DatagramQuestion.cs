using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Drivers.Transport;

/// <summary><see cref="IDatagramQuestion"/> over UDP. Multicast stays on the local network: one hop.</summary>
/// <param name="time">Whose clock measures the wait.</param>
/// <param name="network">Address of the network card that multicast leaves by; null lets the system choose.</param>
public sealed class DatagramQuestion(TimeProvider time, IPAddress? network = null) : IDatagramQuestion
{
    private const int MostAnswers = 256;
    private const int MostBytes = 1024 * 1024;
    private const int Longest = 64 * 1024;

    public async Task<IReadOnlyList<DatagramAnswer>> AskAsync(IPEndPoint to, IReadOnlyList<byte[]> datagrams, TimeSpan wait, CancellationToken ct)
    {
        using var socket = new Socket(to.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            Prepare(socket, to);
            foreach (byte[] datagram in datagrams)
            {
                await socket.SendToAsync(datagram, to, ct).ConfigureAwait(false);
            }
        }
        catch (SocketException e)
        {
            throw new IOException($"nothing can be sent to {to}: {e.Message}; check the network card and the address", e);
        }

        return await ListenAsync(socket, to, wait, ct).ConfigureAwait(false);
    }

    private void Prepare(Socket socket, IPEndPoint to)
    {
        bool v4 = to.AddressFamily == AddressFamily.InterNetwork;
        socket.Bind(new IPEndPoint(network ?? (v4 ? IPAddress.Any : IPAddress.IPv6Any), 0));
        if (v4 && network is not null)
        {
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, network.GetAddressBytes());
        }
    }

    private async Task<List<DatagramAnswer>> ListenAsync(Socket socket, IPEndPoint to, TimeSpan wait, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var heard = new List<DatagramAnswer>();
        var buffer = new byte[Longest];
        var anybody = new IPEndPoint(to.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        int bytes = 0;
        while (heard.Count < MostAnswers && bytes < MostBytes)
        {
            try
            {
                var got = await socket.ReceiveFromAsync(buffer, SocketFlags.None, anybody, either.Token).ConfigureAwait(false);
                bytes += got.ReceivedBytes;
                heard.Add(new DatagramAnswer((IPEndPoint)got.RemoteEndPoint, buffer.AsSpan(0, got.ReceivedBytes).ToArray()));
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                break;
            }
            catch (SocketException)
            {
                // Somebody told that nobody listens at an address; others may answer still.
            }
        }

        return heard;
    }
}
