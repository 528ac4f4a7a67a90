using System.Text;
using System.Text.Unicode;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Whether what a kiosk calls a session can be random, or could tell of a person (kiosk.md section 3.5): only a UUID is believed (RFC 9562 section 4).</summary>
public static class SessionText
{
    private const int VersionAt = 12;
    private const int VariantAt = 16;

    /// <summary>An identity number without its check letter has 17, a card 16 to 19, an old identity number 15.</summary>
    private const int CardDigits = 15;

    private const int TelephoneDigits = 11;
    private const int LeastDifferent = 8;

    /// <returns>True for a UUID of a version from 1 to 8, with its four hyphens or none, in which no number can be seen. About one random UUID in a hundred is not believed.</returns>
    public static bool IsRandom(string text) => (Guid.TryParseExact(text, "D", out var uuid) || Guid.TryParseExact(text, "N", out uuid)) && IsRandom(uuid);

    private static bool IsRandom(Guid uuid)
    {
        string digits = uuid.ToString("N");
        return digits[VersionAt] is >= '1' and <= '8' && digits[VariantAt] is '8' or '9' or 'a' or 'b'
            && digits.Distinct().Count() >= LeastDifferent && !HasNumber(digits) && !IsReadable(Convert.FromHexString(digits));
    }

    private static bool HasNumber(string hex)
    {
        int digits = 0;
        for (int at = 0; at <= hex.Length; at++)
        {
            if (at < hex.Length && char.IsAsciiDigit(hex[at]))
            {
                digits++;
                continue;
            }

            bool isTelephone = digits == TelephoneDigits && hex[at - digits] == '1' && hex[at - digits + 1] >= '3';
            if (digits >= CardDigits || isTelephone)
            {
                return true;
            }

            digits = 0;
        }

        return false;
    }

    /// <summary>Hex of a text.</summary>
    private static bool IsReadable(byte[] bytes) => Utf8.IsValid(bytes) && !Encoding.UTF8.GetString(bytes).Any(char.IsControl);
}
