namespace EdgeGateway.Protocol.Plates;

/// <summary>Reads a plate text: normalisation in the order of plate-camera.md section 5.4, then the outcome of section 5.3.</summary>
public static class PlateParser
{
    // The two-character prefix first: its second character is a prefix of its own.
    private static readonly (string Prefix, int Colour)[] s_prefixes =
        [("黄绿", 9), ("蓝", 5), ("黄", 6), ("白", 2), ("黑", 1), ("绿", 9)];

    private const int Longest = 64;
    private const string LegacyO = "LEGACY_O";

    /// <param name="raw">As the device wrote it; null counts as empty. Beyond 64 characters it is invalid unread.</param>
    /// <param name="context">What the device says besides.</param>
    public static PlateResult Parse(string? raw, PlateContext context)
    {
        if (raw?.Length > Longest)
        {
            return new PlateResult { Outcome = PlateOutcome.Invalid, Text = raw[..Longest], Reason = "length" };
        }

        string text = PlateText.Fold(raw);
        if (PlateSentinels.Recognise(text, context.HasPlate) is { } said)
        {
            return new PlateResult { Outcome = said };
        }

        if (context.Foreign && !Han.In(text))
        {
            return new PlateResult { Outcome = PlateOutcome.Invalid, Text = text, Reason = "not Chinese" };
        }

        return Whole(text, context) ?? BehindPrefix(text, context) ?? Partial(text) ?? Other(text) ?? Invalid(text);
    }

    private static PlateResult? Whole(string text, PlateContext context)
    {
        if (PlateGrammar.Match(text) is { } name && !PlateText.HasPlaceholder(text))
        {
            return Valid(text, name);
        }

        string print = PlateText.WithoutSeparators(text, true);
        if (!PlateText.HasPlaceholder(print) && PlateGrammar.Match(print) is { } printed)
        {
            return Valid(print, printed);
        }

        return context.PlateClass == "15" && print.Length == 6 && PlateGrammar.Match(print + "挂") == "TRAILER" && !PlateText.HasPlaceholder(print)
            ? Valid(print + "挂", "TRAILER", "SUFFIX_RESTORED") : null;
    }

    // 黑 is Heilongjiang as well: only a complete plate behind it makes it a colour.
    private static PlateResult? BehindPrefix(string text, PlateContext context) =>
        Prefix(text, out string rest) is { } colour && Whole(rest, context) is { } plate ? plate with { PrefixColour = colour } : null;

    private static PlateResult? Partial(string text)
    {
        if (!PlateText.HasPlaceholder(text))
        {
            return null;
        }

        if (PlateText.Mask(text).AsSpan().IndexOfAnyExcept(PlateGrammar.Unread) < 0)
        {
            return new PlateResult { Outcome = PlateOutcome.Unread };
        }

        if (Masked(text) is { } masked)
        {
            return masked;
        }

        return Prefix(text, out string rest) is { } colour && Masked(rest) is { } behind ? behind with { PrefixColour = colour } : null;
    }

    private static PlateResult? Masked(string text) =>
        MaskedAs(PlateText.WithoutSeparators(text, false)) ?? MaskedAs(PlateText.WithoutSeparators(text, true));

    private static PlateResult? MaskedAs(string text)
    {
        string mask = PlateText.Mask(text);
        return mask.Length is 7 or 8 && mask.Contains(PlateGrammar.Unread) && PlateGrammar.Match(mask) is not null
            ? new PlateResult { Outcome = PlateOutcome.Partial, Text = mask, Class = PlateGrammar.OnlyClass(mask), Flags = IsLegacy(mask) ? [LegacyO] : [] } : null;
    }

    private static PlateResult? Other(string text)
    {
        string? kind = text switch
        {
            ['场', '内', .. var yard] when PlateGrammar.Match(PlateText.WithoutSeparators(new string(yard), true)) == "CIVIL" && !PlateText.HasPlaceholder(new string(yard)) => "yard",
            ['连', '港', _, ..] => "port",
            ['临', '时', '入', '境', _, ..] => "temporary-entry",
            _ => IsTemporaryPaper(text) ? "paper" : null,
        };
        return kind is null ? null : new PlateResult { Outcome = PlateOutcome.Other, Text = text, Class = "OTHER", OtherKind = kind };
    }

    // A city's name, 临时, digits.
    private static bool IsTemporaryPaper(string text)
    {
        int at = text.IndexOf("临时", StringComparison.Ordinal);
        return at > 0 && at + 2 < text.Length
            && text.AsSpan(0, at).IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0
            && text.AsSpan(at + 2).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static PlateResult Invalid(string text)
    {
        string? candidate = Corrected(text) ?? (Prefix(text, out string rest) is null ? null : Corrected(rest));
        return new PlateResult
        {
            Outcome = PlateOutcome.Invalid,
            Text = text,
            Candidate = candidate,
            Reason = Reason(text, candidate),
            Flags = candidate is null ? [] : ["OCR_IO"],
        };
    }

    private static string Reason(string text, string? candidate) =>
        candidate is not null ? "letter I or O"
        : !Han.In(text) && !text.StartsWith("WJ", StringComparison.Ordinal) ? "not Chinese"
        : text.Length is < 7 or > 8 ? "length"
        : "pattern";

    private static string? Corrected(string text) => PlateGrammar.Corrected(PlateText.WithoutSeparators(text, true));

    private static int? Prefix(string text, out string rest)
    {
        foreach (var (prefix, colour) in s_prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                rest = text[prefix.Length..];
                return colour;
            }
        }

        rest = text;
        return null;
    }

    private static PlateResult Valid(string text, string name, string? flag = null)
    {
        string[] flags = (flag, IsLegacy(text)) switch
        {
            (null, false) => [],
            (null, true) => [LegacyO],
            (_, false) => [flag],
            _ => [flag, LegacyO],
        };
        return new PlateResult { Outcome = PlateOutcome.Valid, Text = text, Class = name, Flags = flags };
    }

    private static bool IsLegacy(string text) => text.Length > 1 && text[1] == 'O' && (PlateGrammar.IsProvince(text[0]) || text[0] == PlateGrammar.Unread);
}
