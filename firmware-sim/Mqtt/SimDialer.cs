using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace EdgeGateway.Sim.Mqtt;

/// <summary>TCP and TLS for the simulator's own clients.</summary>
internal static class SimDialer
{
    /// <exception cref="IOException">Nobody answers, or TLS failed.</exception>
    public static async Task<Stream> DialAsync(SimMqttOptions options, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, ct).ConfigureAwait(false);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return options.Tls ? await ProtectAsync(stream, options, ct).ConfigureAwait(false) : stream;
        }
        catch (Exception e) when (e is SocketException or AuthenticationException)
        {
            socket.Dispose();
            throw new IOException($"no link to {options.Host}:{options.Port}: {e.Message}", e);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Stream> ProtectAsync(Stream stream, SimMqttOptions options, CancellationToken ct)
    {
        var tls = new SslStream(stream);
        var client = new SslClientAuthenticationOptions { TargetHost = options.Host };
        if (options.CaFile is { } file)
        {
            client.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            client.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }

        await tls.AuthenticateAsClientAsync(client, ct).ConfigureAwait(false);
        return tls;
    }
}
