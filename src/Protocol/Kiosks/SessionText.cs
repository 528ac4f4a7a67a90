using System.Text;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Whether what a kiosk calls a session can be random, or looks like the number of a person (kiosk.md section 3.5).</summary>
public static class SessionText
{
    private const int Least = 16;
    private const int Most = 64;
    private const int UuidDigits = 32;

    /// <summary>An identity number without its check letter has 17, a card 16 to 19, an old identity number 15.</summary>
    private const int CardDigits = 15;

    /// <summary>A date has 8: no random text of letters and digits has so many in a row.</summary>
    private const int DateDigits = 8;

    private const int TelephoneDigits = 11;
    private const int LeastLetters = 3;
    private const int LeastDifferent = 8;

    /// <returns>True for a UUID, and for 16 to 64 of <c>A-Z a-z 0-9 _ -</c> that are mixed as chance mixes them. About one random UUID in a hundred is not believed.</returns>
    public static bool IsRandom(string text)
    {
        if (text.Length is < Least or > Most || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return false;
        }

        string joined = text.Replace("-", string.Empty, StringComparison.Ordinal).Replace("_", string.Empty, StringComparison.Ordinal);
        bool isMixed = joined.Count(char.IsAsciiLetter) >= LeastLetters && joined.Any(char.IsAsciiDigit) && joined.Distinct().Count() >= LeastDifferent;
        bool isHex = joined.Length == UuidDigits && joined.All(char.IsAsciiHexDigit);
        return isMixed && !HasNumber(joined, isHex ? CardDigits : DateDigits) && !IsTextInDisguise(joined, isHex);
    }

    private static bool HasNumber(string joined, int most)
    {
        int digits = 0;
        for (int at = 0; at <= joined.Length; at++)
        {
            if (at < joined.Length && char.IsAsciiDigit(joined[at]))
            {
                digits++;
                continue;
            }

            bool isTelephone = digits == TelephoneDigits && joined[at - digits] == '1' && joined[at - digits + 1] >= '3';
            if (digits >= most || isTelephone)
            {
                return true;
            }

            digits = 0;
        }

        return false;
    }

    /// <summary>Hex or base64 of something readable.</summary>
    private static bool IsTextInDisguise(string joined, bool isHex)
    {
        Span<byte> bytes = stackalloc byte[Most];
        string padded = joined.PadRight((joined.Length + 3) / 4 * 4, '=');
        return (isHex && IsReadable(Convert.FromHexString(joined))) || (Convert.TryFromBase64String(padded, bytes, out int written) && IsReadable(bytes[..written]));
    }

    private static bool IsReadable(ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            if (one is < 0x20 or 0x7F)
            {
                return false;
            }
        }

        return Encoding.UTF8.GetCharCount(bytes) > 0 && System.Text.Unicode.Utf8.IsValid(bytes);
    }
}
