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

    private readonly Dictionary<(string Device, string Lane), Source> _sources = [];

    /// <summary>
    /// This number came, for the first time. A record of its device and lane may count it although it was dropped only after
    /// it had been sent, so that much less of the record is believed.
    /// </summary>
    public void Came(ReceivedLine line)
    {
        if (line is { Seq: { } seq, Kind: not "gap" })
        {
            Source source = Of(line.Device, line.Lane);
            source.Numbers.Add(seq);
            foreach (GapClaim claim in source.Claims.Values.Where(claim => claim.Holds(seq)))
            {
                claim.Came++;
            }
        }
    }

    /// <param name="gap">A reading of kind <c>gap</c>. The same range of the same device and lane again is the same claim; pictures have no numbers.</param>
    public void Add(ReceivedLine gap)
    {
        if (gap is not { FromSeq: { } from, ToSeq: { } to } || !SeqSpans.IsRange(from, to) || gap.GapLane == Pictures)
        {
            return;
        }

        Source source = Of(gap.Device, gap.GapLane);
        if (!source.Claims.TryGetValue((from, to), out GapClaim? claim))
        {
            source.Claims[(from, to)] = claim = new GapClaim(from, to);
            claim.Came = source.Numbers.LongCount(claim.Holds);
        }

        claim.Count = Math.Max(claim.Count, gap.Count ?? 0);
        if (claim.IsWhole)
        {
            source.OneByOne.Add(from, to);
        }
    }

    /// <returns>The numbers received, and those that need not be.</returns>
    public SeqSpans Cover(SeqSpans received)
    {
        SeqSpans covered = received.Copy();
        foreach ((long from, long to) in _sources.Values.SelectMany(source => source.OneByOne.Spans))
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

    /// <summary>Ranges that share numbers are counted together: nobody knows which of them a hole belongs to.</summary>
    private List<(long From, long To, long Count)> Overlapping()
    {
        var groups = new List<(long From, long To, long Count)>();
        foreach ((GapClaim claim, long believed) in Believed().OrderBy(pair => pair.Claim.From))
        {
            if (groups.Count > 0 && groups[^1].To >= claim.From)
            {
                groups[^1] = (groups[^1].From, Math.Max(groups[^1].To, claim.To), groups[^1].Count + believed);
            }
            else
            {
                groups.Add((claim.From, claim.To, believed));
            }
        }

        return groups;
    }

    /// <summary>Less what came, and less what other records name one by one: so a gateway answers that is asked for a number.</summary>
    private IEnumerable<(GapClaim Claim, long Count)> Believed()
    {
        SeqSpans untold = _sources.GetValueOrDefault((Untold, ""))?.OneByOne ?? new SeqSpans();
        return from source in _sources.Values
               from claim in source.Claims.Values
               where !claim.IsWhole
               let named = Within(source.OneByOne, claim) + (source.OneByOne == untold ? 0 : Within(untold, claim))
               select (claim, Math.Max(0, claim.Count - claim.Came - named));
    }

    private static long Within(SeqSpans spans, GapClaim claim) => claim.To - claim.From + 1 - spans.Missing(claim.From, claim.To);

    private Source Of(string? device, string? lane)
    {
        (string, string) key = (device ?? "", lane ?? "");
        if (!_sources.TryGetValue(key, out Source? source))
        {
            _sources[key] = source = new Source();
        }

        return source;
    }

    /// <summary>One lane of one device.</summary>
    private sealed class Source
    {
        /// <summary>What came of it.</summary>
        public List<long> Numbers { get; } = [];

        public Dictionary<(long From, long To), GapClaim> Claims { get; } = [];

        /// <summary>Numbers of ranges of which nothing is left.</summary>
        public SeqSpans OneByOne { get; } = new();
    }
}
