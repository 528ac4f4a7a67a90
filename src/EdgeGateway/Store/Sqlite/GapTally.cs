using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>What one step dropped, summed before it is written: a row of <c>gap</c> is touched once a step, not once a reading.</summary>
internal sealed class GapTally(string cause, string? note = null)
{
    private readonly Dictionary<(string Device, Lane Lane, string Epoch), Span> _spans = [];
    private readonly Dictionary<string, IntervalSet> _numbers = [];

    public string Cause => cause;

    public string? Note => note;

    public IReadOnlyDictionary<(string Device, Lane Lane, string Epoch), Span> Spans => _spans;

    /// <summary>By epoch, the numbers that never travel, as far as each is known; a file's reading travels.</summary>
    public IReadOnlyDictionary<string, IntervalSet> Numbers => _numbers;

    public void Add(Dropped dropped) => Add(dropped, dropped.Seq, 1);

    public void AddRange(IEnumerable<Dropped> dropped)
    {
        foreach (Dropped one in dropped)
        {
            Add(one);
        }
    }

    /// <param name="first">Device, lane, epoch and first number.</param>
    /// <param name="last">Last number.</param>
    /// <param name="count">How many of the numbers between are gone.</param>
    public void Add(Dropped first, long last, long count)
    {
        var key = (first.Device, first.Lane, first.Epoch);
        _spans[key] = _spans.TryGetValue(key, out Span span)
            ? new(Math.Min(span.First, first.Seq), Math.Max(span.Last, last), span.Count + count)
            : new(first.Seq, last, count);
        if (first.Lane != Lane.Media && count == last - first.Seq + 1)
        {
            NumbersOf(first.Epoch).Add(first.Seq, last);
        }
    }

    private IntervalSet NumbersOf(string epoch)
    {
        if (!_numbers.TryGetValue(epoch, out IntervalSet? numbers))
        {
            _numbers[epoch] = numbers = new IntervalSet();
        }

        return numbers;
    }

    /// <summary>First and last number, and how many of those between are gone.</summary>
    internal readonly record struct Span(long First, long Last, long Count);
}
