using System.Text;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Text;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>Decides the character set of a message by whether its plate makes sense (plate-camera.md section 6).</summary>
internal static class TextOpinion
{
    /// <param name="bytes">The message.</param>
    /// <param name="charset">What its header claims, or null.</param>
    /// <param name="read">Reads a text; called again for each other character set that is tried.</param>
    /// <param name="plate">The plate in what was read, or null.</param>
    public static (T Read, bool Guessed) Of<T>(ReadOnlySpan<byte> bytes, string? charset, Func<string, T> read, Func<T, string?> plate)
    {
        var first = Charsets.Decode(bytes, charset);
        var found = read(first.Text);
        if (Ascii.IsValid(bytes) || plate(found) is not { } text || Convinces(text, first))
        {
            return (found, first.Guessed);
        }

        foreach (var other in Others(bytes, first.Charset))
        {
            var again = read(other.Text);
            if (plate(again) is { } better && PlateBytes.Convinces(better))
            {
                return (again, true);
            }
        }

        return (found, first.Guessed);
    }

    // UTF-8 that fits proves nothing for a bare plate, but a plate with Han or in plain letters is believed.
    private static bool Convinces(string plate, DecodedText text) =>
        (text is { Guessed: false, Charset: "utf-8" } && (Ascii.IsValid(plate) || PlateBytes.HasHan(plate))) || PlateBytes.Convinces(plate);

    private static DecodedText[] Others(ReadOnlySpan<byte> bytes, string charset) =>
        charset == "utf-8" ? [Charsets.Gb18030(bytes)] : [Charsets.LooseUtf8(bytes), Charsets.Gb18030(bytes)];
}
