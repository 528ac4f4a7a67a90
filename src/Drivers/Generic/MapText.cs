using EdgeGateway.Protocol.Paths;
using EdgeGateway.Protocol.Privacy;

namespace EdgeGateway.Drivers.Generic;

/// <summary>A text that may go out: one that the map writes itself, one of a closed list, or one that cannot tell of a person.</summary>
public sealed record MapText
{
    /// <summary>Most characters of a text that goes out.</summary>
    public const int Longest = 64;

    /// <summary>What the map says itself; null: what stands at the path.</summary>
    public string? Constant { get; init; }

    public MapPath? Path { get; init; }

    /// <summary>Device's text to ours; whatever is not among them is left out. Null: no list.</summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>Whether any text may pass, scrubbed; without it and without a list only a plain identifier passes.</summary>
    public bool IsFree { get; init; }

    /// <param name="scope">Where to look.</param>
    /// <param name="isMissing">Whether nothing stands there, as opposed to something that may not pass.</param>
    /// <returns>Null when there is none to be told.</returns>
    internal string? Of(in MapScope scope, out bool isMissing)
    {
        isMissing = false;
        if (Constant is not null)
        {
            return Constant;
        }

        var found = Path!.First(scope);
        isMissing = found is null;
        return found is null ? null : Passing(found);
    }

    /// <returns>What may go out of that value; null: nothing.</returns>
    internal string? Passing(BodyNode found) =>
        found.Text is not { } text ? null
        : Texts is { } texts ? texts.GetValueOrDefault(text)
        : IsFree ? ScrubbedText.Of(text, Longest)
        : IsIdentifier(text) ? text
        : null;

    private static bool IsIdentifier(string text) =>
        text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-') && ScrubbedText.IsClean(text, Longest);
}
