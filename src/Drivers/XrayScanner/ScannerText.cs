namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Texts of a device on their way into a reading: without control characters, and no longer than a label is.</summary>
internal static class ScannerText
{
    private const int Longest = 64;

    /// <returns>Null when nothing is left.</returns>
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string cut = text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        cut = cut.Any(char.IsControl) ? string.Concat(cut.Where(c => !char.IsControl(c))) : cut;
        return string.IsNullOrWhiteSpace(cut) ? null : cut;
    }

    /// <returns>A value that is no word or number of a device is not shown: behind a wrong path may stand anything.</returns>
    public static string? Code(string? text) =>
        text is { Length: > 0 and <= 16 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && text.Count(char.IsAsciiDigit) <= 6 ? text : null;
}
