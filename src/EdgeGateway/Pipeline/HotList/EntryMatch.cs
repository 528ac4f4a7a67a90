using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Whether one reading is what one entry looks for; the last word, whatever an index says.</summary>
internal static class EntryMatch
{
    private const string Unread = "UNREAD";
    private const string NoPlate = "NO_PLATE";
    private const string Partial = "PARTIAL";

    /// <summary>GA/T 16.7: the class was not recognised.</summary>
    private const string ClassUnknown = "44";

    /// <returns>The text to look for, or null when this reading matches nothing: unread, without a plate, or with characters that mean nothing.</returns>
    public static string? TextOf(PlateInfo plate) =>
        plate.Text is { Length: > 0 and <= HotListRules.PlateLength } text && plate.Outcome is not (Unread or NoPlate)
        && (plate.Outcome == Partial || !text.Contains(PlateGrammar.Unread, StringComparison.Ordinal)) ? text : null;

    /// <param name="entry">What is looked for.</param>
    /// <param name="plate">What was read.</param>
    /// <param name="text"><see cref="TextOf"/> of it.</param>
    /// <param name="now">Gateway time.</param>
    /// <returns>Tenths of the cost, and whether it is exact; null when it does not match.</returns>
    public static (int Tenths, bool IsExact)? Of(HotListEntry entry, PlateInfo plate, string text, DateTimeOffset now)
    {
        if (now < entry.From || now > entry.To || !Agrees(entry, plate))
        {
            return null;
        }

        if (HasUnread(text) || HasUnread(entry.Plate))
        {
            return Fits(entry.Plate, text) ? (0, false) : null;
        }

        int tenths = PlateSimilarity.Tenths(text, entry.Plate);
        return tenths == 0 ? (0, true) : entry.Fuzzy && tenths <= (int)(PlateSimilarity.Limit * 10) ? (tenths, false) : null;
    }

    private static bool Agrees(HotListEntry entry, PlateInfo plate) =>
        (entry.Colour is null or PlateColours.Other || plate.Colour is null or PlateColours.Other || entry.Colour == plate.Colour)
        && (entry.PlateClass is null || plate.PlateClass is null or ClassUnknown || entry.PlateClass == plate.PlateClass);

    private static bool HasUnread(string text) => text.Contains(PlateGrammar.Unread, StringComparison.Ordinal);

    private static bool Fits(string mask, string text)
    {
        bool fits = mask.Length == text.Length;
        for (int i = 0; fits && i < text.Length; i++)
        {
            fits = mask[i] == text[i] || mask[i] == PlateGrammar.Unread || text[i] == PlateGrammar.Unread;
        }

        return fits;
    }
}
