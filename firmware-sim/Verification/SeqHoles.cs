namespace EdgeGateway.Sim.Verification;

/// <summary>Which numbers of an epoch never came (contract section 2: every number appears at least once, or inside a gap).</summary>
public sealed class SeqHoles
{
    private readonly Dictionary<string, HashSet<long>> _seen = new(StringComparer.Ordinal);
    private readonly List<(string Epoch, long From, long To)> _gaps = [];

    public void Add(ReceivedLine line)
    {
        if (line is not { Epoch: { } epoch, Seq: { } seq })
        {
            return;
        }

        if (!_seen.TryGetValue(epoch, out HashSet<long>? numbers))
        {
            _seen[epoch] = numbers = [];
        }

        numbers.Add(seq);
        if (line is { Kind: "gap", GapLane: not "media", FromSeq: { } from, ToSeq: { } to })
        {
            _gaps.Add((epoch, from, to));
        }
    }

    /// <returns>Numbers between the lowest and the highest received that are missing and undeclared.</returns>
    public long Count() => _seen.Sum(epoch => Missing(epoch.Value, [.. _gaps.Where(gap => gap.Epoch == epoch.Key)]));

    private static long Missing(HashSet<long> seen, IReadOnlyList<(string Epoch, long From, long To)> gaps)
    {
        long missing = 0;
        long previous = -1;
        foreach (long seq in seen.Order())
        {
            for (long hole = previous + 1; previous >= 0 && hole < seq; hole++)
            {
                missing += gaps.Any(gap => hole >= gap.From && hole <= gap.To) ? 0 : 1;
            }

            previous = seq;
        }

        return missing;
    }
}
