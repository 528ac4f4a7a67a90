using System.Security.Cryptography;

namespace EdgeGateway.Protocol.Commands;

/// <summary>
/// ECDSA P-256 with SHA-256 over the bytes of the payload (contract section 6). Both forms in use are taken: r and s side
/// by side in 64 bytes (IEEE P1363: browsers, Java's "inP1363Format", .NET) and the DER sequence (RFC 3279: OpenSSL).
/// </summary>
public static class CommandSignature
{
    private const int SideBySide = 64;

    private const byte DerSequence = 0x30;

    /// <param name="key">Public key on P-256.</param>
    /// <param name="payload">What was signed.</param>
    /// <param name="signature">Base64.</param>
    public static bool IsGood(ECDsa key, ReadOnlySpan<byte> payload, string signature)
    {
        Span<byte> bytes = stackalloc byte[CommandLimits.SignatureLength];
        if (signature.Length > CommandLimits.SignatureLength || !Convert.TryFromBase64String(signature, bytes, out int length))
        {
            return false;
        }

        bytes = bytes[..length];
        bool isSideBySide = length == SideBySide
            && key.VerifyData(payload, bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

        // A DER sequence may, very rarely, have 64 bytes too.
        return isSideBySide || (length > 0 && bytes[0] == DerSequence
            && key.VerifyData(payload, bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <returns>Whether a key is on the one curve of the contract.</returns>
    public static bool IsRightCurve(ECDsa key) =>
        key.ExportParameters(includePrivateParameters: false).Curve is { IsNamed: true } curve && curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
}
