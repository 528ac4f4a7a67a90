using System.Globalization;

namespace EdgeGateway.Protocol.Paths;

/// <summary>
/// Where a fact stands in a message: <c>Demo.items[].type</c>, <c>BarCodes[0]</c>, or <c>.</c> for the value itself. Without brackets
/// a list means its first item. XML is walked by local names; a prefix before a colon does not count. A name with a dot, a bracket, a blank or a
/// colon stands in single quotes, <c>'a.b'.c</c>; a quote in it is written twice.
/// </summary>
public sealed class BodyPath
{
    public const int Longest = 256;

    public const int MostSteps = 16;

    /// <summary>Most values that one path brings out of one message; the rest is left where it is.</summary>
    public const int MostFound = 256;

    private const int MostIndex = 4095;
    private const char Quote = '\'';

    private readonly PathStep[] _steps;

    private BodyPath(string text, PathStep[] steps) => (Text, _steps) = (text, steps);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <param name="text">A path.</param>
    /// <param name="fault">What is wrong, else the default.</param>
    /// <returns>Null when it is none.</returns>
    public static BodyPath? Parse(string text, out PathFault fault)
    {
        fault = text.Length == 0 ? new PathFault(1, PathFaultKind.Empty)
            : text.Length > Longest ? new PathFault(Longest + 1, PathFaultKind.TooLong)
            : default;
        if (fault != default || text == ".")
        {
            return fault == default ? new BodyPath(text, []) : null;
        }

        var steps = new List<PathStep>();
        for (int at = 0; at <= text.Length && fault == default;)
        {
            int dot = text.IndexOf('.', BehindQuoted(text, at));
            int end = dot < 0 ? text.Length : dot;
            fault = Segment(text.AsSpan(at, end - at), at, steps);
            at = end + 1;
        }

        fault = fault == default && steps.Count > MostSteps ? new PathFault(text.Length, PathFaultKind.TooLong) : fault;
        return fault == default ? new BodyPath(text, [.. steps]) : null;
    }

    /// <param name="from">Where the path begins.</param>
    /// <param name="most">Most values on the way and at the end.</param>
    /// <returns>Every value there, in the order of the message.</returns>
    public IReadOnlyList<BodyNode> Find(BodyNode from, int most = MostFound)
    {
        IReadOnlyList<BodyNode> found = [from];
        foreach (var step in _steps)
        {
            found = [.. found.SelectMany(step.From).Take(most)];
        }

        return found;
    }

    /// <returns>The first text there; of a list, the first of its items; null when there is none.</returns>
    public string? FindText(BodyNode from) => Find(from).Select(TextOf).FirstOrDefault(text => text is not null);

    /// <returns>Every text there; a list gives those of its items.</returns>
    public IEnumerable<string> FindTexts(BodyNode from) =>
        Find(from).SelectMany(node => node.IsList ? node.Children : [node]).Select(node => node.Text).OfType<string>().Take(MostFound);

    public override string ToString() => Text;

    private static string? TextOf(BodyNode node) => node.IsList ? node.Children.FirstOrDefault()?.Text : node.Text;

    /// <returns>Where the quoted name that begins here ends; the same place when none begins, the end of the text when it does not end.</returns>
    private static int BehindQuoted(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != Quote)
        {
            return at;
        }

        for (int i = at + 1; i < text.Length; i++)
        {
            bool isDouble = text[i] == Quote && i + 1 < text.Length && text[i + 1] == Quote;
            if (text[i] == Quote && !isDouble)
            {
                return i + 1;
            }

            i += isDouble ? 1 : 0;
        }

        return text.Length;
    }

    private static PathFault Segment(ReadOnlySpan<char> segment, int start, List<PathStep> steps)
    {
        if (!segment.IsEmpty && segment[0] == Quote)
        {
            return Quoted(segment, start, steps);
        }

        int bracket = segment.IndexOf('[');
        var name = bracket < 0 ? segment : segment[..bracket];
        if (name.IsEmpty)
        {
            return new PathFault(start + 1, PathFaultKind.NameMissing);
        }

        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == ']' || char.IsWhiteSpace(name[i]) || char.IsControl(name[i]))
            {
                return new PathFault(start + i + 1, PathFaultKind.Character);
            }
        }

        int colon = name.LastIndexOf(':');
        steps.Add(new PathStep(new string(colon < 0 || colon == name.Length - 1 ? name : name[(colon + 1)..]), null));
        return bracket < 0 ? default : Brackets(segment[bracket..], start + bracket, steps);
    }

    private static PathFault Quoted(ReadOnlySpan<char> segment, int start, List<PathStep> steps)
    {
        int behind = BehindQuoted(segment, 0);
        string inside = behind < 2 || segment[behind - 1] != Quote ? string.Empty : new string(segment[1..(behind - 1)]);

        // Quotes within are pairs; one that is left over is the end of a pair that was taken for the end of the name.
        if (inside.Length == 0 || inside.Replace("''", string.Empty, StringComparison.Ordinal).Contains(Quote, StringComparison.Ordinal))
        {
            return new PathFault(start + 1, PathFaultKind.Quote);
        }

        steps.Add(new PathStep(inside.Replace("''", "'", StringComparison.Ordinal), null));
        return behind == segment.Length ? default : Brackets(segment[behind..], start + behind, steps);
    }

    private static PathFault Brackets(ReadOnlySpan<char> rest, int start, List<PathStep> steps)
    {
        while (!rest.IsEmpty)
        {
            int close = rest.IndexOf(']');
            var inside = close < 0 ? default : rest[1..close];
            if (rest[0] != '[' || close < 0 || !IsIndex(inside, out int? index))
            {
                return new PathFault(start + 1, PathFaultKind.Bracket);
            }

            steps.Add(new PathStep(null, index));
            rest = rest[(close + 1)..];
            start += close + 1;
        }

        return default;
    }

    private static bool IsIndex(ReadOnlySpan<char> digits, out int? index)
    {
        index = null;
        if (digits.IsEmpty)
        {
            return true;
        }

        bool right = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= MostIndex;
        index = number;
        return right;
    }
}
