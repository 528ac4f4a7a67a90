using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>Cameras sign their own certificates.</summary>
public sealed class HttpPullerTlsTests : IDisposable
{
    private readonly X509Certificate2 _certificate = SelfSigned();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public HttpPullerTlsTests()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    [Fact]
    public async Task Open_PinnedCertificate_IsAccepted()
    {
        using var answer = await OpenAsync(Pin(_certificate));

        Assert.Equal(204, answer.Status);
        await _serving;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")]
    public async Task Open_CertificateNotTrusted_IsMisconfiguredAndNamesIt(string? pin)
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => OpenAsync(pin));

        Assert.Equal(FaultKind.Misconfigured, fault.Kind);
        Assert.Contains(Pin(_certificate), fault.Message, StringComparison.Ordinal);
        await Record.ExceptionAsync(() => _serving);
    }

    private static string Pin(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=camera", key, HashAlgorithmName.SHA256);
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return request.CreateSelfSigned(from, from.AddYears(60));
    }

    private async Task ServeAsync()
    {
        using var socket = await _listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsServerAsync(_certificate);
        await tls.ReadAtLeastAsync(new byte[4096], 16);
        await tls.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
    }

    private Task<HttpPullResponse> OpenAsync(string? pin) => new HttpPuller(TimeProvider.System).OpenAsync(
        new HttpPullRequest(new Uri($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"), null, null, TimeSpan.FromSeconds(10), pin),
        CancellationToken.None);
}
