namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Which missing numbers of one epoch the gap records speak for. A record names a range and a count; when the count is
/// smaller than the range, the numbers of other devices lie between. It then explains the holes of its range only while
/// these are not more than were declared: one hole more means that something undeclared is missing as well.
/// </summary>
public sealed class GapClaims
{
    /// <summary>Stands for the device where the gateway cannot tell which one it was.</summary>
    public const string Untold = "gateway";

    private const string Pictures = "media";

    private readonly Dictionary<(string Device, string Lane, long From, long To), long> _claims = [];
    private readonly Dictionary<(string Device, string Lane), SeqSpans> _accounted = [];

    /// <summary>
    /// This number came. A record of its device and lane may count it although it was dropped only after it had been sent,
    /// so that much less of the record is believed.
    /// </summary>
    public void Came(ReceivedLine line)
    {
        if (line is { Seq: { } seq, Kind: not "gap" })
        {
            Accounted(line.Device, line.Lane).Add(seq);
        }
    }

    /// <param name="gap">A reading of kind <c>gap</c>. The same range of the same device and lane again is the same claim; pictures have no numbers.</param>
    public void Add(ReceivedLine gap)
    {
        if (gap is not { FromSeq: { } from, ToSeq: { } to } || !SeqSpans.IsRange(from, to) || gap.GapLane == Pictures)
        {
            return;
        }

        (string, string, long, long) key = (gap.Device ?? "", gap.GapLane ?? "", from, to);
        _claims[key] = Math.Max(_claims.GetValueOrDefault(key), gap.Count ?? 0);
        if (IsWhole(from, to, _claims[key]))
        {
            Accounted(gap.Device, gap.GapLane).Add(from, to);
        }
    }

    /// <returns>The numbers received, and those that need not be.</returns>
    public SeqSpans Cover(SeqSpans received)
    {
        SeqSpans covered = received.Copy();
        foreach (((_, _, long from, long to), long count) in _claims)
        {
            if (IsWhole(from, to, count))
            {
                covered.Add(from, to);
            }
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
    private static bool IsWhole(long from, long to, long count) => count > to - from;

    /// <summary>Ranges that share numbers are counted together: nobody knows which of them a hole belongs to.</summary>
    private List<(long From, long To, long Count)> Overlapping()
    {
        var groups = new List<(long From, long To, long Count)>();
        foreach (((string device, string lane, long from, long to), long count) in _claims.OrderBy(claim => claim.Key.From))
        {
            long believed = IsWhole(from, to, count) ? 0 : Believed(device, lane, from, to, count);
            if (groups.Count > 0 && groups[^1].To >= from)
            {
                groups[^1] = (groups[^1].From, Math.Max(groups[^1].To, to), groups[^1].Count + believed);
            }
            else
            {
                groups.Add((from, to, believed));
            }
        }

        return groups;
    }

    /// <summary>Less what came, and less what another record names one by one: a gateway that is asked for a number answers so.</summary>
    private long Believed(string device, string lane, long from, long to, long count)
    {
        long known = Within(device, lane) + (device == Untold ? 0 : Within(Untold, ""));
        return Math.Max(0, count - known);

        long Within(string ofDevice, string ofLane) =>
            _accounted.TryGetValue((ofDevice, ofLane), out SeqSpans? spans) ? to - from + 1 - spans.Missing(from, to) : 0;
    }

    private SeqSpans Accounted(string? device, string? lane)
    {
        (string, string) key = (device ?? "", lane ?? "");
        if (!_accounted.TryGetValue(key, out SeqSpans? spans))
        {
            _accounted[key] = spans = new SeqSpans();
        }

        return spans;
    }
}
