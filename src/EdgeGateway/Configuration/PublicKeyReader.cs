using System.Security.Cryptography;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Configuration;

/// <summary>A public key: PEM text in place, or a reference to where the text is, as with secrets.</summary>
internal static class PublicKeyReader
{
    private const string Label = "PUBLIC KEY";

    /// <returns>SubjectPublicKeyInfo in DER; empty with a finding.</returns>
    public static ReadOnlyMemory<byte> Read(SettingsReader key, string name)
    {
        string? pem = key.IsText(name) ? key.Text(name) : key.RequiredSecret(name)?.Reveal();
        if (pem is null)
        {
            return default;
        }

        var der = Parse(pem);
        if (der.IsEmpty)
        {
            bool isPrivate = pem.Contains("PRIVATE KEY", StringComparison.Ordinal);
            key.Wrong(name, isPrivate ? "private-key" : "not-a-key", isPrivate ? CommandSettingsWords.PrivateKey : CommandSettingsWords.NotAKey, CommandSettingsWords.WriteAKey);
        }

        return der;
    }

    private static ReadOnlyMemory<byte> Parse(string pem)
    {
        try
        {
            // Whatever else the file holds: a private key has no business on this machine.
            if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal) || !PemEncoding.TryFind(pem, out var found) || pem[found.Label] != Label)
            {
                return default;
            }

            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(pem[found.Base64Data]), out _);
            return CommandSignature.IsRightCurve(key) ? key.ExportSubjectPublicKeyInfo() : default;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return default;
        }
    }
}
