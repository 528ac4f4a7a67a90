using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Protocol.Contract;

/// <summary>
/// The digest of a manifest: SHA-256 over the ids <c>gateway:epoch:seq</c> in order of seq, each followed by one line feed,
/// in UTF-8; 64 lower-case hex digits. Numbers in gaps are left out.
/// </summary>
public static class ManifestDigest
{
    private const int LongestNumber = 20;

    /// <param name="gateway">Gateway id.</param>
    /// <param name="epoch">Epoch.</param>
    /// <param name="existing">Ranges of numbers that exist, ascending and apart.</param>
    public static string Of(string gateway, string epoch, IEnumerable<(long First, long Last)> existing)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] prefix = Encoding.UTF8.GetBytes($"{gateway}:{epoch}:");
        byte[] line = [.. prefix, .. new byte[LongestNumber + 1]];
        foreach (var (first, last) in existing)
        {
            for (long seq = first; seq <= last; seq++)
            {
                seq.TryFormat(line.AsSpan(prefix.Length), out int digits, provider: CultureInfo.InvariantCulture);
                line[prefix.Length + digits] = (byte)'\n';
                hash.AppendData(line, 0, prefix.Length + digits + 1);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
