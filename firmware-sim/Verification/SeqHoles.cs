namespace EdgeGateway.Sim.Verification;

/// <summary>Which numbers of an epoch never came (contract section 2: every number appears at least once, or inside a gap).</summary>
public sealed class SeqHoles
{
    private readonly Dictionary<string, SeqSpans> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GapClaims> _gaps = new(StringComparer.Ordinal);

    public void Add(ReceivedLine line)
    {
        if (line is not { Epoch: { } epoch, Seq: { } seq })
        {
            return;
        }

        Of(_seen, epoch).Add(seq);
        if (line.Kind == "gap")
        {
            Of(_gaps, line.GapEpoch ?? epoch).Add(line);
        }
    }

    /// <returns>Numbers between the lowest and the highest received that are missing and undeclared.</returns>
    public long Count() => _seen.Sum(epoch => Missing(epoch.Value, _gaps.GetValueOrDefault(epoch.Key) ?? new GapClaims()));

    private static long Missing(SeqSpans seen, GapClaims gaps) =>
        seen is { Lowest: { } lowest, Highest: { } highest } ? gaps.Cover(seen).Missing(lowest, highest) : 0;

    private static T Of<T>(Dictionary<string, T> all, string epoch)
        where T : new()
    {
        if (!all.TryGetValue(epoch, out T? known))
        {
            all[epoch] = known = new T();
        }

        return known;
    }
}
