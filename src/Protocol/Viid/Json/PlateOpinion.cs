using System.Text;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Text;

namespace EdgeGateway.Protocol.Viid.Json;

/// <summary>
/// Bytes that fit a character set prove nothing for a bare plate: 鲁 and 豫 in GBK are UTF-8 too (plate-camera.md section 6).
/// When the first plate makes no sense, and does in another character set, the body is read in that one.
/// </summary>
internal static class PlateOpinion
{
    /// <returns>The body in the character set that makes sense of the plate, or null when the first one does or none does.</returns>
    public static Utf8Body? Better(ReadOnlyMemory<byte> body, Utf8Body first, ViidDocument? document)
    {
        if (Ascii.IsValid(body.Span) || IsSure(document, first))
        {
            return null;
        }

        foreach (var other in Others(body, first))
        {
            if (ViidDocument.Parse(other, out _) is { } reread && Plate(reread) is { } plate && Convinces(plate))
            {
                return other;
            }
        }

        return null;
    }

    private static bool IsSure(ViidDocument? document, Utf8Body first)
    {
        string? plate = document is null ? string.Empty : Plate(document);
        return plate is null
            || (plate.Length > 0 && first is { Guessed: false, Charset: "utf-8" } && (Ascii.IsValid(plate) || Han.In(plate)))
            || (plate.Length > 0 && Convinces(plate));
    }

    private static IEnumerable<Utf8Body> Others(ReadOnlyMemory<byte> body, Utf8Body first)
    {
        if (first.Charset != "utf-8")
        {
            yield return new Utf8Body(body, "utf-8", true);
        }

        if (first.Charset != "gb18030" && Charsets.Gb18030ToUtf8(body.Span) is { } transcoded)
        {
            yield return transcoded;
        }
    }

    private static bool Convinces(string plate) =>
        PlateParser.Parse(plate, PlateContext.None).Outcome is PlateOutcome.Valid or PlateOutcome.NoPlate or PlateOutcome.Unread;

    // The plate of the first vehicle that has one, wherever a body of any form has it.
    private static string? Plate(ViidDocument document)
    {
        var waiting = new Stack<ViidValue>([document.Root]);
        while (waiting.TryPop(out var value))
        {
            if (value["PlateNo"].Text is { } plate)
            {
                return plate;
            }

            foreach (var child in value.Children().Where(child => child.Kind is ViidKind.Object or ViidKind.List).Reverse())
            {
                waiting.Push(child);
            }
        }

        return null;
    }
}
