namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Which missing numbers of one epoch the gap records speak for. A record names a range and a count; when the count is
/// smaller than the range, the numbers of other devices lie between. It then explains the holes of its range only while
/// these are not more than were declared: one hole more means that something undeclared is missing as well.
/// </summary>
public sealed class GapClaims
{
    private readonly Dictionary<(string Device, string Lane, long From, long To), long> _claims = [];

    /// <param name="gap">A reading of kind <c>gap</c>. The same range of the same device and lane again is the same claim.</param>
    public void Add(ReceivedLine gap)
    {
        if (gap is { FromSeq: { } from, ToSeq: { } to } && SeqSpans.IsRange(from, to))
        {
            (string, string, long, long) key = (gap.Device ?? "", gap.GapLane ?? "", from, to);
            _claims[key] = Math.Max(_claims.GetValueOrDefault(key), gap.Count ?? 0);
        }
    }

    /// <returns>The numbers received, and those that need not be.</returns>
    public SeqSpans Cover(SeqSpans received)
    {
        SeqSpans covered = received.Copy();
        foreach (((_, _, long from, long to), _) in _claims.Where(IsWhole))
        {
            covered.Add(from, to);
        }

        foreach ((long from, long to, long count) in Overlapping())
        {
            if (covered.Missing(from, to) <= count)
            {
                covered.Add(from, to);
            }
        }

        return covered;
    }

    /// <summary>Every number of the range is declared as gone.</summary>
    private static bool IsWhole(KeyValuePair<(string Device, string Lane, long From, long To), long> claim) =>
        claim.Value - 1 >= claim.Key.To - claim.Key.From;

    /// <summary>Ranges that share numbers are counted together: nobody knows which of them a hole belongs to.</summary>
    private List<(long From, long To, long Count)> Overlapping()
    {
        var groups = new List<(long From, long To, long Count)>();
        foreach (((_, _, long from, long to), long count) in _claims.Where(claim => !IsWhole(claim)).OrderBy(claim => claim.Key.From))
        {
            if (groups.Count > 0 && groups[^1].To >= from)
            {
                groups[^1] = (groups[^1].From, Math.Max(groups[^1].To, to), groups[^1].Count + count);
            }
            else
            {
                groups.Add((from, to, count));
            }
        }

        return groups;
    }
}
