using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Recovery;

/// <summary>What the damaged store last said of itself, from its mark and its own totals, whichever is newer and to be believed.</summary>
internal sealed record LastKnown
{
    /// <summary>Numbers left out behind what is known when nothing tells the last number given. None may be given twice.</summary>
    private const long Margin = 1_000_000;

    /// <summary>Numbers that a commit may give besides its appends: gap records, and readings that never came in.</summary>
    private const long OwnReadingsMost = 1_000_000;

    /// <summary>Null when mark and totals are both unreadable.</summary>
    public Totals? Totals { get; private init; }

    /// <summary>Epoch that was going on; null when nothing tells it.</summary>
    public StoreEpoch? Epoch { get; private init; }

    /// <summary>Records of parcels that were kept; null when nothing tells, as a mark that is older than the totals: some may have been forgotten since.</summary>
    public long? Parcels { get; private init; }

    /// <summary>Whether more may have been given than <see cref="Totals"/> knows: no mark vouches for it.</summary>
    public long Slack { get; private init; }

    public static LastKnown Of(StoreMark? mark, Inventory inventory, StoreOptions options)
    {
        StoreEpoch? epoch = inventory.Epochs.Where(static epoch => epoch.Head is null).MaxBy(static epoch => epoch.Base);
        if (mark is null)
        {
            return new LastKnown { Totals = inventory.Totals, Epoch = epoch, Slack = Margin };
        }

        // Beyond the mark lie only commits that a power cut kept it from noting; each has so many readings at the most.
        bool believed = inventory.Totals is { } totals && totals.Commits >= mark.Totals.Commits && totals.Position >= mark.Totals.Position &&
            totals.Position - mark.Totals.Position <= (totals.Commits - mark.Totals.Commits) * (options.CommitReadings + OwnReadingsMost);
        return new LastKnown
        {
            Totals = believed ? inventory.Totals : mark.Totals,
            Epoch = new StoreEpoch(mark.Epoch, mark.Base, null),
            Slack = 0,
            Parcels = believed && inventory.Totals!.Commits != mark.Totals.Commits ? null : mark.Parcels,
        };
    }
}
