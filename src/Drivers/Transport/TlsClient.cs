using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace EdgeGateway.Drivers.Transport;

/// <summary>One TLS handshake as client: what is offered, who is trusted, and why the peer was not.</summary>
internal sealed class TlsClient : IDisposable
{
    private readonly TlsFiles _files;
    private readonly string _expectedName;

    private TlsClient(TlsFiles files, string expectedName)
    {
        _files = files;
        _expectedName = expectedName;
        Options = new SslClientAuthenticationOptions
        {
            TargetHost = expectedName,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = files.Trust(),
            ClientCertificateContext = files.Identity,
            RemoteCertificateValidationCallback = Judge,
        };
    }

    public SslClientAuthenticationOptions Options { get; }

    /// <summary>What was wrong with the peer's certificate; null when it was not that.</summary>
    public string? Objection { get; private set; }

    /// <exception cref="IOException">A file cannot be used.</exception>
    public static TlsClient Load(TlsSettings settings, string host) => new(TlsFiles.Load(settings), settings.ServerName ?? host);

    public void Dispose() => _files.Dispose();

    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Objection = errors == SslPolicyErrors.None ? null : Explain(certificate, chain, errors);
        return errors == SslPolicyErrors.None;
    }

    private string Explain(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return "the peer shows no certificate";
        }

        if (chain?.ChainStatus.Any(s => s.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) == true)
        {
            return $"the peer's certificate is valid from {certificate.GetEffectiveDateString()} to {certificate.GetExpirationDateString()} only: check the clock of this machine, then the certificate";
        }

        return errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? $"the peer's certificate is for {certificate.Subject}, not for {_expectedName}"
            : $"the peer's certificate {certificate.Subject} is not from a trusted authority: check the CA file";
    }
}
