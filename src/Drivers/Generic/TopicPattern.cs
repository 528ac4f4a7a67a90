namespace EdgeGateway.Drivers.Generic;

/// <summary>Topics with named levels: <c>weather/{station}/now</c>; <c>+</c> stands for any level, <c>#</c> at the end for all that follow.</summary>
public sealed class TopicPattern
{
    public const int Longest = 256;

    private const string Any = "+";
    private const string Rest = "#";
    private const int LongestPart = 32;

    private static readonly Dictionary<string, string> s_none = [];

    private readonly string[] _levels;

    private TopicPattern(string text) => (Text, _levels) = (text, text.Split('/'));

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Names of the levels that paths may ask for.</summary>
    public IEnumerable<string> Parts => _levels.Select(PartOf).OfType<string>();

    /// <returns>Null when it is none.</returns>
    public static TopicPattern? Parse(string text)
    {
        string[] levels = text.Split('/');
        bool right = text.Length is > 0 and <= Longest && levels.Select((level, index) => IsLevel(level, index == levels.Length - 1)).All(one => one);
        var parts = levels.Select(PartOf).OfType<string>().ToList();
        return right && parts.Count == parts.Distinct().Count() ? new TopicPattern(text) : null;
    }

    public override string ToString() => Text;

    internal static bool IsPart(string text) => text.Length is > 0 and <= LongestPart && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <returns>The named levels; null when the topic is none of these.</returns>
    internal IReadOnlyDictionary<string, string>? Match(string topic)
    {
        string[] levels = topic.Split('/');
        bool isOpen = _levels[^1] == Rest;
        int count = isOpen ? _levels.Length - 1 : _levels.Length;
        if (isOpen ? levels.Length < count : levels.Length != count)
        {
            return null;
        }

        Dictionary<string, string>? parts = null;
        for (int i = 0; i < count; i++)
        {
            if (PartOf(_levels[i]) is { } part)
            {
                (parts ??= new(StringComparer.Ordinal))[part] = levels[i];
            }
            else if (_levels[i] != Any && _levels[i] != levels[i])
            {
                return null;
            }
        }

        return parts ?? s_none;
    }

    private static bool IsLevel(string level, bool isLast) =>
        level is Any || (level is Rest && isLast) || PartOf(level) is not null || (level.IndexOfAny(['+', '#', '{', '}']) < 0 && !level.Any(char.IsControl));

    private static string? PartOf(string level) => level is ['{', .. var part, '}'] && IsPart(part) ? part : null;
}
