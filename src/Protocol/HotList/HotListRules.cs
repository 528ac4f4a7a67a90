using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Protocol.HotList;

/// <summary>What an entry must be to be looked for (design section 11: no entry without reason, authority and end).</summary>
public static class HotListRules
{
    /// <summary>Longest plate or mask in characters; the longest road plate has 8.</summary>
    public const int PlateLength = 16;

    /// <summary>Characters of a mask that must be known.</summary>
    public const int MaskLeast = 3;

    private const int NotifyLength = 256;

    /// <summary>Checks an entry and writes its plate the way readings write theirs.</summary>
    /// <param name="entry">As somebody sent it.</param>
    /// <param name="now">Gateway time; what is over is not taken.</param>
    /// <param name="tidy">The entry to keep; only when it is not refused.</param>
    /// <returns>One of <see cref="HotListFaults"/>, or null.</returns>
    public static string? WhyNot(HotListEntry entry, DateTimeOffset now, out HotListEntry tidy)
    {
        tidy = entry;
        return WhyNotTexts(entry) ?? WhyNotTimes(entry, now) ?? WhyNotColours(entry) ?? WhyNotPlate(entry, out tidy);
    }

    private static string? WhyNotTexts(HotListEntry entry) =>
        !IsText(entry.Id) ? HotListFaults.NoId
        : !IsText(entry.Category) ? HotListFaults.NoCategory
        : !IsText(entry.Reason) ? HotListFaults.NoReason
        : !IsText(entry.Authority) ? HotListFaults.NoAuthority
        : entry.Id.Length > 64 || entry.Category.Length > 32 || entry.Reason.Length > 256 || entry.Authority.Length > 64 || entry.NotifyAt?.Length > NotifyLength
            ? HotListFaults.TooLong
        : HasControls(entry) ? HotListFaults.Garbled
        : null;

    private static string? WhyNotTimes(HotListEntry entry, DateTimeOffset now) =>
        entry.To == default ? HotListFaults.NoEnd
        : entry.To <= entry.From ? HotListFaults.EndsBeforeItBegins
        : entry.To <= now ? HotListFaults.Over
        : null;

    private static string? WhyNotColours(HotListEntry entry) =>
        entry.Colour is < 1 or > 99 ? HotListFaults.BadColour
        : entry.PlateClass is { } plateClass && !(plateClass.Length == 2 && plateClass.All(char.IsAsciiDigit)) ? HotListFaults.BadClass
        : null;

    private static string? WhyNotPlate(HotListEntry entry, out HotListEntry tidy)
    {
        tidy = entry;
        var plate = PlateParser.Parse(entry.Plate, PlateContext.None with { PlateClass = entry.PlateClass });
        if (plate.Text is not { Length: > 0 } text)
        {
            return HotListFaults.NoPlate;
        }

        if (text.Length > PlateLength || text.AsSpan().IndexOfAny("*_") >= 0 || text.Any(char.IsControl) || text.Any(char.IsSurrogate))
        {
            return HotListFaults.BadPlate;
        }

        tidy = entry with { Plate = text, Colour = entry.Colour ?? plate.PrefixColour };
        int known = text.Count(static c => c != PlateGrammar.Unread);
        return known < text.Length && known < MaskLeast ? HotListFaults.MaskTooWide : null;
    }

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool HasControls(HotListEntry entry) =>
        Has(entry.Id) || Has(entry.Category) || Has(entry.Reason) || Has(entry.Authority) || Has(entry.NotifyAt ?? string.Empty);

    private static bool Has(string text) => text.Any(char.IsControl);
}
