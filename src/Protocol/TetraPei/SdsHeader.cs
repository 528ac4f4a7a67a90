using System.Globalization;

namespace EdgeGateway.Protocol.TetraPei;

/// <summary>
/// Header of short data: <c>service,[from],[from type],to,[to type],bits[,end to end]</c>. Terminals leave fields out, so
/// there are 3, 4, 6 or 7 of them (pdt-radio.md section 10), and some put the data behind them on the same line (Q15).
/// </summary>
/// <param name="Service">9 to 12 SDS type 1 to 4, 13 status.</param>
/// <param name="From">Who sent it; null when the terminal does not tell.</param>
/// <param name="FromType">0 short, 1 with country and network; null when not told.</param>
/// <param name="To">For whom.</param>
/// <param name="ToType">As <paramref name="FromType"/>.</param>
/// <param name="Bits">How long the data is, 0 to <see cref="MostBits"/>.</param>
/// <param name="Encrypted">End to end; null when not told.</param>
public sealed record SdsHeader(int Service, TetraIdentity? From, int? FromType, TetraIdentity To, int? ToType, int Bits, bool? Encrypted)
{
    public const int UserData4 = 12;

    public const int Status = 13;

    /// <summary>The longest SDS type 4.</summary>
    public const int MostBits = 2047;

    /// <param name="text">Behind the colon.</param>
    /// <returns>The header, and the digits where they stand on the same line; null when it cannot be read.</returns>
    internal static (SdsHeader Header, string? Data)? Read(string text)
    {
        string[] fields = [.. Split(text)];
        if (fields.Length > 3 && Fields(fields[..^1]) is { } front && IsData(fields[^1], front.Bits))
        {
            return (front, fields[^1]);
        }

        return Fields(fields) is { } whole ? (whole, null) : null;
    }

    /// <summary>Digits enough for what is announced. What is a byte at least is a length; less is the type of an identity, and the length stands behind it.</summary>
    private static bool IsData(string text, int bits) => bits >= 8 && text.Length >= 2 && text.Length >= (bits + 3) / 4 && text.All(char.IsAsciiHexDigit);

    private static SdsHeader? Fields(string[] fields)
    {
        (string from, string fromType, string to, string toType, string bits) = fields.Length switch
        {
            3 => (string.Empty, string.Empty, fields[1], string.Empty, fields[2]),
            4 => (string.Empty, string.Empty, fields[1], fields[2], fields[3]),
            6 or 7 => (fields[1], fields[2], fields[3], fields[4], fields[5]),
            _ => (string.Empty, string.Empty, string.Empty, string.Empty, string.Empty),
        };
        return fields.Length > 2 && Whole(fields[0]) is { } service && TetraIdentity.Read(to) is { } target && Whole(bits) is { } length and <= MostBits
            ? new SdsHeader(service, TetraIdentity.Read(from), Whole(fromType), target, Whole(toType), length, fields.Length == 7 ? Whole(fields[6]) is > 0 : null)
            : null;
    }

    /// <summary>Data on the same line stands behind a comma or behind blanks.</summary>
    private static IEnumerable<string> Split(string text)
    {
        string[] fields = [.. text.Split(',').Select(field => field.Trim())];
        return fields[..^1].Concat(fields[^1].Split((char[]?)null, 2, StringSplitOptions.TrimEntries)).Select(field => field.Trim('"'));
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
