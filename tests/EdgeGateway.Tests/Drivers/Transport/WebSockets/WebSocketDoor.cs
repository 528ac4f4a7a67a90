using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdgeGateway.Tests.Drivers.Transport.WebSockets;

/// <summary>Where WebSockets arrive that this test serves by hand.</summary>
public sealed class WebSocketDoor : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(90));
    private readonly X509Certificate2? _certificate;

    /// <param name="certificateName">Null: ws; else wss, with a certificate of that name that signs itself.</param>
    public WebSocketDoor(string? certificateName = null)
    {
        _certificate = certificateName is null ? null : SelfSigned(certificateName);
        _listener.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string CertificatePem => _certificate!.ExportCertificatePem();

    /// <summary>The next caller with the head of its request read.</summary>
    public async Task<WebSocketGuest> AcceptAsync()
    {
        var socket = await _listener.AcceptSocketAsync(_patience.Token);
        socket.NoDelay = true;
        return await WebSocketGuest.MeetAsync(socket, await ProtectAsync(new NetworkStream(socket, ownsSocket: true)), _patience.Token);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _certificate?.Dispose();
        _patience.Dispose();
    }

    private static X509Certificate2 SelfSigned(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task<Stream> ProtectAsync(NetworkStream plain)
    {
        if (_certificate is null)
        {
            return plain;
        }

        var tls = new SslStream(plain);
        await tls.AuthenticateAsServerAsync(_certificate);
        return tls;
    }
}
