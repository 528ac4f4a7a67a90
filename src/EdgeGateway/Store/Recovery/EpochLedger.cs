namespace EdgeGateway.Store.Recovery;

/// <summary>The epochs of a salvaged store, put together from whatever tells of them.</summary>
internal static class EpochLedger
{
    /// <param name="known">What the store last said of itself.</param>
    /// <param name="inventory">Its table of epochs, as far as it could be read.</param>
    /// <param name="carrier">Rows that prove where their epoch began.</param>
    /// <param name="next">The epoch that begins.</param>
    /// <returns>By base; every one but the last has ended.</returns>
    public static IReadOnlyList<StoreEpoch> Of(LastKnown known, Inventory inventory, ReadingCarrier carrier, StoreEpoch next)
    {
        // Rows prove themselves and the mark has a checksum; the table has neither and comes last.
        var bases = new Dictionary<string, long>(carrier.Bases);
        if (known.Epoch is { } going)
        {
            bases.TryAdd(going.Epoch, going.Base);
        }

        foreach (StoreEpoch epoch in inventory.Epochs.Where(epoch => epoch.Base <= next.Base && !bases.ContainsValue(epoch.Base)))
        {
            bases.TryAdd(epoch.Epoch, epoch.Base);
        }

        var order = bases.OrderBy(static epoch => epoch.Value).ToList();
        var ledger = new List<StoreEpoch>();
        for (int i = 0; i < order.Count; i++)
        {
            long end = i + 1 < order.Count ? order[i + 1].Value : Math.Max(known.Totals?.Position ?? 0, carrier.Highest);
            ledger.Add(new StoreEpoch(order[i].Key, order[i].Value, Math.Max(0, end - order[i].Value)));
        }

        ledger.Add(next);
        return ledger;
    }
}
