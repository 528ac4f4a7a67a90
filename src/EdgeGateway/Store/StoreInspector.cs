using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Retention;
using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace EdgeGateway.Store;

/// <summary>Looks at a store without owning it, whether a gateway runs on it or not. Takes no lock and writes nothing.</summary>
public static class StoreInspector
{
    /// <param name="folder">Folder of the store.</param>
    /// <returns>The figures of the last commit.</returns>
    /// <exception cref="StoreOpenException">There is no store, or it cannot be read.</exception>
    public static StoreStatus Look(string folder) => Look(new StoreOptions { Folder = folder, Gateway = "-" });

    /// <param name="options">Folder of the store, and the limits that its forecast is reckoned with.</param>
    /// <returns>The figures of the last commit; rates are at the most five minutes older.</returns>
    /// <exception cref="StoreOpenException">There is no store, or it cannot be read.</exception>
    public static StoreStatus Look(StoreOptions options)
    {
        string folder = options.Folder;
        string file = StoreFolder.DatabaseOf(folder);
        if (!File.Exists(file))
        {
            throw new StoreOpenException($"There is no store in {folder}.");
        }

        try
        {
            using StoreConnection connection = StoreConnection.ForLooking(file);
            StoreSchema.Check(connection);
            Totals totals = new TotalsTable(connection).Read() with { Unasked = UnaskedFiles.Of(connection) };
            return totals.Report(EpochTable.All(connection), Oldest(connection)) with { Forecast = Forecast(options, totals, connection), Parcels = Parcels(connection) };
        }
        catch (Exception e) when (e is SqliteException or StoreDamagedException)
        {
            throw new StoreOpenException($"The store in {folder} cannot be read: {e.Message}", e);
        }
    }

    private static StoreForecast? Forecast(StoreOptions options, Totals totals, StoreConnection connection)
    {
        DiskSpace disk = options.Disk.Look(options.Folder);
        var rates = Rates.Parse(new MemoryTable(connection).All().FirstOrDefault(static row => row.Key == Rates.Name).Value);
        long free = disk.Free + (new PageCounts(connection).Free * StoreOptions.PageBytes);
        return new Forecaster(options, RoomPlan.For(options, disk).Reserve).Of(rates, totals, free);
    }

    private static (long Open, long All) Parcels(StoreConnection connection) =>
        (connection.Single("SELECT count(*) FROM parcel WHERE final=0 OR told<revision"), connection.Single("SELECT count(*) FROM parcel"));

    private static DateTimeOffset? Oldest(StoreConnection connection)
    {
        Statement first = connection.Prepare(
            "SELECT received FROM reading WHERE lane=?1 AND parked IS NULL ORDER BY position LIMIT 1");
        DateTimeOffset? oldest = null;
        for (Lane lane = Lane.Alarm; lane <= Lane.Telemetry; lane++)
        {
            if (first.Bind(1, (long)lane).Step())
            {
                var received = DateTimeOffset.FromUnixTimeMilliseconds(first.Integer(0));
                oldest = oldest < received ? oldest : received;
            }

            first.Reset();
        }

        return oldest;
    }
}
