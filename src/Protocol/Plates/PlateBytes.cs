using System.Text;
using EdgeGateway.Protocol.Text;

namespace EdgeGateway.Protocol.Plates;

/// <summary>
/// Bytes of a plate whose character set is not sure (plate-camera.md section 6): UTF-8 that fits is no proof, because the
/// GBK of a bare plate that begins with 鲁 or 豫 is valid UTF-8.
/// </summary>
public static class PlateBytes
{
    private const int Longest = 256;

    /// <param name="bytes">Of the plate field alone; only the first 256 count.</param>
    /// <returns>The text and whether it was guessed (<c>CHARSET_GUESSED</c>).</returns>
    public static DecodedText Read(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, Longest)];
        if (Charsets.StrictUtf8(bytes) is not { } text)
        {
            var other = Charsets.Gb18030(bytes);
            return Convinces(other.Text) || !HasHan(Encoding.UTF8.GetString(bytes)) ? other : Charsets.LooseUtf8(bytes);
        }

        return Better(text) is { } better ? new DecodedText(better, "gb18030", true) : new DecodedText(text, "utf-8", false);
    }

    /// <summary>For a plate that was already decoded as UTF-8, as by a JSON reader.</summary>
    /// <returns>What the same bytes say as GB18030, when the text has no Chinese character and that is a plate; else null.</returns>
    public static string? Better(string plate)
    {
        if (plate.Length is 0 or > Longest || Ascii.IsValid(plate) || HasHan(plate))
        {
            return null;
        }

        string other = Charsets.Gb18030(Encoding.UTF8.GetBytes(plate)).Text;
        return Convinces(other) ? other : null;
    }

    /// <returns>True when the text is a whole plate, or says that there is none.</returns>
    public static bool Convinces(string plate) =>
        PlateParser.Parse(plate, PlateContext.None).Outcome is PlateOutcome.Valid or PlateOutcome.NoPlate or PlateOutcome.Unread;

    /// <returns>True when the text has a Chinese character.</returns>
    public static bool HasHan(ReadOnlySpan<char> text) => Han.In(text);
}
