namespace EdgeGateway.Store;

/// <summary>Whole numbers as disjoint closed intervals in ascending order; neighbours are joined. Not for several threads.</summary>
public sealed class IntervalSet
{
    private readonly List<(long First, long Last)> _intervals = [];

    public IReadOnlyList<(long First, long Last)> Intervals => _intervals;

    /// <returns>How many numbers are in it.</returns>
    public long Count => _intervals.Sum(static interval => interval.Last - interval.First + 1);

    public bool Contains(long number)
    {
        int at = IndexOf(number);
        return at < _intervals.Count && _intervals[at].First <= number;
    }

    /// <returns>The last number of the interval that holds this one; null when none does.</returns>
    public long? EndOf(long number) => Contains(number) ? _intervals[IndexOf(number)].Last : null;

    /// <returns>The first number from this one on that is in it; the largest number there is when none is.</returns>
    public long BehindOrAt(long number)
    {
        int at = IndexOf(number);
        return at < _intervals.Count ? Math.Max(number, _intervals[at].First) : long.MaxValue;
    }

    public void Add(long first, long last)
    {
        int from = IndexOf(first - 1);
        int to = from;
        while (to < _intervals.Count && _intervals[to].First <= last + 1)
        {
            first = Math.Min(first, _intervals[to].First);
            last = Math.Max(last, _intervals[to].Last);
            to++;
        }

        _intervals.RemoveRange(from, to - from);
        _intervals.Insert(from, (first, last));
    }

    public void Remove(long first, long last)
    {
        int from = IndexOf(first);
        int to = from;
        var kept = new List<(long, long)>(2);
        while (to < _intervals.Count && _intervals[to].First <= last)
        {
            Keep(kept, _intervals[to].First, first - 1);
            Keep(kept, last + 1, _intervals[to].Last);
            to++;
        }

        _intervals.RemoveRange(from, to - from);
        _intervals.InsertRange(from, kept);
    }

    public void Clear() => _intervals.Clear();

    /// <returns>The first interval that ends at the number or behind it.</returns>
    private int IndexOf(long number)
    {
        int low = 0;
        int high = _intervals.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _intervals[middle].Last < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void Keep(List<(long First, long Last)> kept, long first, long last)
    {
        if (first <= last)
        {
            kept.Add((first, last));
        }
    }
}
