using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Cuts what is to be forgotten into pieces of one commit each: an alarm that arrives meanwhile waits for one of them, and
/// a receipt over a million readings must not be one commit of seconds.
/// </summary>
public static class SettlementSlices
{
    /// <summary>Positions in one commit.</summary>
    public const int Most = 1_024;

    /// <returns>The same positions in the same order, in lists of at most <see cref="Most"/> positions.</returns>
    public static IEnumerable<List<Settlement>> Of(IEnumerable<Settlement> settlements)
    {
        var slice = new List<Settlement>();
        long taken = 0;
        foreach (var settlement in settlements)
        {
            for (long first = settlement.Position; first <= settlement.Last;)
            {
                long last = Math.Min(settlement.Last, first + Most - taken - 1);
                slice.Add(settlement with { Position = first, Last = last });
                taken += last - first + 1;
                first = last + 1;
                if (taken == Most)
                {
                    yield return slice;
                    (slice, taken) = ([], 0);
                }
            }
        }

        if (slice.Count > 0)
        {
            yield return slice;
        }
    }
}
