namespace EdgeGateway.Protocol.Nut;

/// <summary>Fixed words for lines of a NUT server that cannot be used.</summary>
public static class NutFaults
{
    /// <summary>Longer than <see cref="NutLineReader.Longest"/>; skipped up to its end.</summary>
    public const string TooLong = "nut-line-too-long";

    /// <summary>A quoted text without its end.</summary>
    public const string Quotes = "nut-quotes";

    /// <summary>No UTF-8, or control characters.</summary>
    public const string Text = "nut-text";

    /// <summary>More words than any answer has.</summary>
    public const string TooMany = "nut-too-many-words";

    /// <summary>A first word that no answer has, or too few words behind it.</summary>
    public const string Shape = "nut-answer-unknown";
}
