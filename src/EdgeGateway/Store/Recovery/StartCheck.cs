using System.Globalization;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// What can be held against each other before the store is ready without reading all of it: the totals against the
/// mark, the indexes against the totals, the ends of each lane. The walk over every row comes later, in the background.
/// </summary>
internal static class StartCheck
{
    private static readonly Lane[] s_lanes = [Lane.Alarm, Lane.Event, Lane.Telemetry];

    /// <exception cref="StoreDamagedException">It does not fit.</exception>
    public static void Run(StoreConnection connection, Totals totals, IReadOnlyList<StoreEpoch> epochs, StoreMark? mark)
    {
        CheckTotals(totals, epochs);
        CheckMark(totals, epochs[^1].Epoch, mark);
        CheckCounts(connection, totals);
        CheckEnds(connection, totals);
    }

    private static void CheckTotals(Totals totals, IReadOnlyList<StoreEpoch> epochs)
    {
        long waiting = s_lanes.Sum(totals.Waiting);
        Demand(epochs.Count > 0 && epochs[^1].Head is null && IsEpoch(epochs[^1].Epoch), "epoch-table");
        Demand(epochs.Zip(epochs.Skip(1)).All(static pair => pair.First.Head is { } head && head >= 0 && pair.First.Base + head <= pair.Second.Base), "epoch-table");
        Demand(totals.Position == epochs[^1].Base + totals.Seq && totals.Seq >= 0 && epochs[^1].Base >= 0, "totals");
        Demand(s_lanes.All(lane => totals.Waiting(lane) >= 0) && totals.Parked >= 0 && waiting + totals.Parked <= totals.Position, "totals");
        Demand(totals.Media >= 0 && totals.Media <= totals.MediaPosition && totals.MediaBytes >= 0 && totals.Commits >= 0, "totals");
    }

    /// <remarks>A database behind its mark has lost commits that were synced: their numbers must not be given again.</remarks>
    private static void CheckMark(Totals totals, string epoch, StoreMark? mark)
    {
        if (mark is null)
        {
            return;
        }

        Demand(totals.Commits >= mark.Totals.Commits && totals.Position >= mark.Totals.Position, "commits-lost");
        Demand(epoch == mark.Epoch, "epoch-table");
        if (totals.Commits == mark.Totals.Commits)
        {
            Demand(s_lanes.All(lane => totals.Waiting(lane) == mark.Totals.Waiting(lane)) && totals.Media == mark.Totals.Media, "totals");
        }
    }

    private static void CheckCounts(StoreConnection connection, Totals totals)
    {
        var counted = new long[s_lanes.Length];
        using (Statement rows = connection.Prepare("SELECT lane, COUNT(*) FROM reading INDEXED BY reading_lane WHERE parked IS NULL GROUP BY lane"))
        {
            while (rows.Step())
            {
                Demand(rows.Integer(0) is >= 0 and <= (long)Lane.Telemetry, "lane-index");
                counted[rows.Integer(0)] = rows.Integer(1);
            }
        }

        Demand(s_lanes.All(lane => counted[(int)lane] == totals.Waiting(lane)), "lane-index");
        Demand(connection.Single("SELECT COUNT(*) FROM media NOT INDEXED") == totals.Media, "media-table");
        Demand(connection.Single("SELECT COUNT(*) FROM media INDEXED BY sqlite_autoindex_media_1") == totals.Media, "media-index");
    }

    private static void CheckEnds(StoreConnection connection, Totals totals)
    {
        Demand(connection.Single("SELECT COALESCE(MAX(position), 0) FROM reading") <= totals.Position, "totals");
        using var first = new RowSource(connection, "lane=?1 AND parked IS NULL ORDER BY position LIMIT 1");
        using var last = new RowSource(connection, "lane=?1 AND parked IS NULL ORDER BY position DESC LIMIT 1");
        foreach (Lane lane in s_lanes.Where(lane => totals.Waiting(lane) > 0))
        {
            Demand(first.Bind((long)lane).Next() && first.Sound, "row-checksum");
            Demand(last.Bind((long)lane).Next() && last.Sound, "row-checksum");
        }
    }

    private static bool IsEpoch(string epoch) =>
        epoch.Length == 8 && uint.TryParse(epoch, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    private static void Demand(bool sound, string cause)
    {
        if (!sound)
        {
            throw new StoreDamagedException(cause);
        }
    }
}
