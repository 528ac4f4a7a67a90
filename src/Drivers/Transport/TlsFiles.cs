using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdgeGateway.Drivers.Transport;

/// <summary>What the files of <see cref="TlsSettings"/> hold.</summary>
internal sealed class TlsFiles : IDisposable
{
    private readonly X509Certificate2Collection? _authorities;
    private readonly X509Certificate2? _own;

    private TlsFiles(X509Certificate2Collection? authorities, X509Certificate2? own, SslStreamCertificateContext? identity)
    {
        _authorities = authorities;
        _own = own;
        Identity = identity;
    }

    /// <summary>Our certificate with its chain; null offers none.</summary>
    public SslStreamCertificateContext? Identity { get; }

    /// <exception cref="IOException">A file is missing or does not hold what it should; the message names it.</exception>
    public static TlsFiles Load(TlsSettings settings)
    {
        X509Certificate2Collection? authorities = settings.CaFile is { } ca ? Read(ca, "CA file", () => Import(ca)) : null;
        if (settings.CertificateFile is not { } file)
        {
            return new TlsFiles(authorities, null, null);
        }

        X509Certificate2 own = Read(settings.KeyFile ?? file, "certificate or key file", () => LoadPair(settings, file));
        X509Certificate2Collection chain = Read(file, "certificate file", () => Import(file));
        return new TlsFiles(authorities, own, SslStreamCertificateContext.Create(own, chain, offline: true));
    }

    /// <summary>Revocation lists cannot be fetched without internet, and a box that stops for want of one helps nobody.</summary>
    public X509ChainPolicy Trust()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (_authorities is { } authorities)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(authorities);
        }

        return policy;
    }

    public void Dispose() => _own?.Dispose();

    private static X509Certificate2 LoadPair(TlsSettings settings, string file) => settings.KeyPassword is { } password
        ? X509Certificate2.CreateFromEncryptedPemFile(file, password.Reveal(), settings.KeyFile)
        : X509Certificate2.CreateFromPemFile(file, settings.KeyFile);

    private static X509Certificate2Collection Import(string file)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        return all.Count > 0 ? all : throw new CryptographicException("it holds no certificate in PEM form");
    }

    private static T Read<T>(string file, string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException($"the {what} {file} cannot be used: {e.Message}", e);
        }
    }
}
