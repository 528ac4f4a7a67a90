using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// Whether the certificate of a device is accepted. Cameras sign their own, so one certificate can be pinned by its
/// SHA-256; without a pin the authorities of the system decide.
/// </summary>
/// <param name="pinned">SHA-256 of the certificate (DER), hex with or without colons, or null.</param>
internal sealed class CertificateCheck(string? pinned)
{
    /// <summary>SHA-256 of a certificate that was rejected, for the technician; null when none was.</summary>
    public string? Rejected { get; private set; }

    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        string seen = certificate is null ? "none" : Convert.ToHexStringLower(SHA256.HashData(certificate.GetRawCertData()));
        bool accepted = pinned is null
            ? errors == SslPolicyErrors.None
            : string.Equals(seen, pinned.Replace(":", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Rejected = accepted ? null : seen;
        return accepted;
    }
}
