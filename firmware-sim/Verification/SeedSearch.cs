using System.Buffers;

namespace EdgeGateway.Sim.Verification;

/// <summary>Looks for words that must not be there, as they are and as JSON may escape them.</summary>
public sealed class SeedSearch
{
    private readonly string[] _words;
    private readonly SearchValues<string> _all;

    /// <param name="words">What twins noted; empty lines are none.</param>
    public SeedSearch(IEnumerable<string> words)
    {
        _words = [.. words.Where(static word => word.Length > 0).Distinct(StringComparer.Ordinal).SelectMany(Forms).Distinct(StringComparer.Ordinal)];
        _all = SearchValues.Create(_words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>How many words are looked for, escaped forms included.</summary>
    public int Count => _words.Length;

    /// <returns>The words that stand in this text.</returns>
    public IReadOnlyList<string> In(string text) => text.AsSpan().IndexOfAny(_all) < 0 ? [] : [.. _words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))];

    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        yield return string.Concat(word.Select(static letter => letter is '+' or > '\x7E' ? FormattableString.Invariant($"\\u{(int)letter:x4}") : letter.ToString()));
    }
}
