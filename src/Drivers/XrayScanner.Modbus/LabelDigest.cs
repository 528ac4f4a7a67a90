using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>By what a label is known again after a restart. Four bytes: too little to tell which label it was, for hundreds of numbers come to the same.</summary>
internal static class LabelDigest
{
    private const int Bytes = 4;

    /// <returns>Null for no label.</returns>
    public static string? Of(string? label) => label is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(label)).AsSpan(0, Bytes));

    public static bool IsOne(string text) => text.Length == 2 * Bytes && text.All(char.IsAsciiHexDigitLower);
}
