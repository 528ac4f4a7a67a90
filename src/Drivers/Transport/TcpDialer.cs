using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace EdgeGateway.Drivers.Transport;

/// <summary>TCP, and TLS 1.2 or 1.3 over it. Certificate files are read at every dial, so that a renewed one needs no restart.</summary>
public sealed class TcpDialer : ITcpDialer
{
    public async Task<Stream> DialAsync(string host, int port, TlsSettings? tls, CancellationToken ct)
    {
        using TlsClient? client = tls is null ? null : TlsClient.Load(tls, host);
        Stream plain = await ConnectAsync(host, port, ct).ConfigureAwait(false);
        return client is null ? plain : await ProtectAsync(plain, client, $"{host}:{port}", ct).ConfigureAwait(false);
    }

    private static async Task<Stream> ConnectAsync(string host, int port, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, ct).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new IOException(DialFailure.Sentence(e, host, port), e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Stream> ProtectAsync(Stream plain, TlsClient client, string peer, CancellationToken ct)
    {
        var protectedStream = new SslStream(plain, leaveInnerStreamOpen: false);
        try
        {
            await protectedStream.AuthenticateAsClientAsync(client.Options, ct).ConfigureAwait(false);
            return protectedStream;
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            await protectedStream.DisposeAsync().ConfigureAwait(false);
            throw new IOException($"TLS with {peer} failed: {client.Objection ?? DialFailure.Deepest(e)}", e);
        }
        catch
        {
            await protectedStream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
