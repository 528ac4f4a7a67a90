namespace EdgeGateway.Sim.Verification;

/// <summary>A set of numbers, kept as ranges: a day of readings without a hole is one of them.</summary>
public sealed class SeqSpans
{
    /// <summary>Greatest whole number that JSON carries everywhere without loss; no counter of readings gets there.</summary>
    public const long Most = (1L << 53) - 1;

    private readonly List<(long From, long To)> _spans = [];

    /// <summary>The highest number of the set; null when it is empty.</summary>
    public long? Highest => _spans.Count > 0 ? _spans[^1].To : null;

    /// <summary>The lowest number of the set; null when it is empty.</summary>
    public long? Lowest => _spans.Count > 0 ? _spans[0].From : null;

    /// <summary>Ranges in ascending order; none touches the next.</summary>
    public IReadOnlyList<(long From, long To)> Spans => _spans;

    public static bool IsRange(long from, long to) => from is >= 0 and <= Most && to is >= 0 and <= Most && from <= to;

    public SeqSpans Copy()
    {
        var copy = new SeqSpans();
        copy._spans.AddRange(_spans);
        return copy;
    }

    public bool Contains(long number) => After(number) is var i && i < _spans.Count && _spans[i].From <= number;

    public void Add(long number) => Add(number, number);

    /// <param name="from">First number.</param>
    /// <param name="to">Last number. A range that is none, or lies outside 0 to <see cref="Most"/>, adds nothing.</param>
    public void Add(long from, long to)
    {
        if (!IsRange(from, to))
        {
            return;
        }

        // Ranges that touch become one.
        int first = After(from - 1);
        int last = first;
        while (last < _spans.Count && _spans[last].From - 1 <= to)
        {
            (from, to) = (Math.Min(from, _spans[last].From), Math.Max(to, _spans[last].To));
            last++;
        }

        _spans.RemoveRange(first, last - first);
        _spans.Insert(first, (from, to));
    }

    /// <returns>The ranges between these two numbers that are not in the set.</returns>
    public IEnumerable<(long From, long To)> Holes(long from, long to)
    {
        for (int i = After(from); from <= to && i < _spans.Count && _spans[i].From <= to; i++)
        {
            if (_spans[i].From > from)
            {
                yield return (from, _spans[i].From - 1);
            }

            if (_spans[i].To >= to)
            {
                yield break;
            }

            from = _spans[i].To + 1;
        }

        if (from <= to)
        {
            yield return (from, to);
        }
    }

    /// <returns>How many numbers between these two are not in the set.</returns>
    public long Missing(long from, long to) => Holes(from, to).Sum(hole => hole.To - hole.From + 1);

    /// <returns>Index of the first range that ends at or after this number.</returns>
    private int After(long number)
    {
        (int low, int high) = (0, _spans.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _spans[middle].To < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
