using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Recovery.Raw;
using EdgeGateway.Store.Sqlite;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// Makes a new store out of a damaged one. The damaged one is set aside by rename and read page by page, not through
/// SQLite; every row proves itself by its checksum. The new epoch begins behind every number ever given and opens with
/// the report, in the same file that becomes the store by one rename: a crash anywhere before it begins the work again.
/// </summary>
internal sealed class Salvage(StoreOptions options, string folder, TimeProvider time, Random random, ILogger log)
{
    /// <summary>Counters may have grown in commits that are lost; one that goes back would let an old will win.</summary>
    private const long CounterMargin = 1_000;

    private readonly SetAside _aside = new(folder, time);

    /// <summary>Goes on where a crash ended a salvage.</summary>
    public void Resume()
    {
        if (_aside.Begun() is { } name)
        {
            Carry(name);
        }
    }

    public void Run(string cause, Exception failure)
    {
        StoreLog.Salvaging(log, folder, cause, failure);
        Carry(_aside.Begin(cause));
    }

    private void Carry(string name)
    {
        _aside.Fill(name);
        string from = _aside.PathOf(name);
        string fresh = Path.Combine(folder, "store.new");
        Build(name, from, fresh);
        _aside.End(fresh);
        _aside.Trim();
    }

    private void Build(string name, string from, string file)
    {
        using var pages = new RawPages(StoreFolder.DatabaseOf(from), StoreFolder.DatabaseOf(from) + "-wal");
        using var fresh = new FreshStore(file);
        var sweep = new PageSweep(pages);
        var inventory = new Inventory();
        sweep.Show(inventory);
        LastKnown known = LastKnown.Of(MarkFile.Read(from), inventory, options);
        var carrier = new ReadingCarrier(inventory, known, sweep.Consistent, fresh.Put);
        sweep.Show(carrier);
        if (carrier.LeftTooMuch)
        {
            carrier.TakeLeft();
            sweep.Show(carrier);
        }

        var totals = TotalsOf(known, carrier);
        var epochs = EpochLedger.Of(known, inventory, carrier, new StoreEpoch(NewEpoch(known, inventory, carrier), totals.Position, null));
        fresh.PutEpochs(epochs);
        fresh.PutKeys(inventory.Keys);
        fresh.PutMemory(MemoryOf(inventory));
        fresh.PutEvidence(inventory.Evidence);
        fresh.PutParcels(inventory.Parcels);
        PutMedia(fresh, inventory, known, totals);
        fresh.PutGaps(inventory.Gaps, time, totals);
        var losses = new LossReport(inventory, known, carrier, epochs, sweep.Consistent);
        StoreRecoveredBody report = Report(name, known, carrier, losses, epochs, totals) with { ParcelsRecovered = inventory.Parcels.Count, ParcelsLost = losses.ParcelsLost };
        var own = new OwnReadings(options, time);
        fresh.Append(options.Gateway, report.ToEpoch, [own.Of(report), .. losses.Gaps().Select(gap => own.Of(gap))], totals);
        fresh.Finish(totals);
        StoreLog.Salvaged(log, report.SetAside, report.Recovered, report.Lost, report.MediaRecovered, report.MediaLost, report.ToEpoch);
        if (report.ParcelsLost > 0)
        {
            StoreLog.ParcelsLost(log, report.ParcelsLost, report.ParcelsRecovered);
        }
    }

    private string NewEpoch(LastKnown known, Inventory inventory, ReadingCarrier carrier)
    {
        HashSet<string?> used = [known.Epoch?.Epoch, .. carrier.Bases.Keys, .. inventory.Epochs.Select(static epoch => epoch.Epoch)];
        string epoch = StoreSchema.NewEpoch(random);
        while (used.Contains(epoch))
        {
            epoch = StoreSchema.NewEpoch(random);
        }

        return epoch;
    }

    private static Totals TotalsOf(LastKnown known, ReadingCarrier carrier)
    {
        long highest = Math.Max(Math.Max(known.Totals?.Position ?? 0, carrier.Highest), known.Epoch?.Base ?? 0);
        var totals = new Totals
        {
            Position = highest + known.Slack,
            Parked = carrier.Parked,
            Commits = (known.Totals?.Commits ?? 0) + 1,
            MediaMissing = known.Totals?.MediaMissing ?? 0,
        };
        for (Lane lane = Lane.Alarm; lane <= Lane.Telemetry; lane++)
        {
            totals.Set(lane, carrier.ByLane[(int)lane]);
        }

        return totals;
    }

    private IEnumerable<KeyValuePair<string, string>> MemoryOf(Inventory inventory)
    {
        foreach ((string name, string value) in inventory.Memory)
        {
            bool counter = long.TryParse(value, System.Globalization.NumberStyles.None, null, out long count) && count < long.MaxValue / 2;
            yield return new(name, counter ? FormattableString.Invariant($"{count + CounterMargin}") : value);
        }

        if (!inventory.Memory.ContainsKey(IGatewayMemory.Salvaged))
        {
            yield return new(IGatewayMemory.Salvaged, FormattableString.Invariant($"{time.GetUtcNow().ToUnixTimeSeconds()}"));
        }
    }

    /// <remarks>Rows whose file is gone are dropped here, so that they are counted as lost and not found missing later.</remarks>
    private void PutMedia(FreshStore fresh, Inventory inventory, LastKnown known, Totals totals)
    {
        var spool = new Spool(folder);
        long waited = known.Totals?.Media ?? inventory.Media.Count;
        List<StoredMedia> rows = [.. inventory.Media.Where(row => spool.Holds(row.Sha256)).DistinctBy(static row => row.Sha256)];
        fresh.PutMedia(rows, totals);
        if (known.Totals is null || rows.Count < waited)
        {
            long after = Math.Max(totals.MediaPosition, known.Totals?.MediaPosition ?? 0);
            fresh.PutMedia(new SpoolAdoption(spool).Find(rows, after), totals);
        }

        totals.MediaMissing += Math.Max(0, waited - totals.Media);
        totals.MediaPosition = Math.Max(totals.MediaPosition, known.Totals?.MediaPosition ?? 0);
    }

    private static StoreRecoveredBody Report(
        string name, LastKnown known, ReadingCarrier carrier, LossReport losses, IReadOnlyList<StoreEpoch> epochs, Totals totals)
    {
        StoreEpoch? ended = epochs.Count > 1 ? epochs[^2] : null;
        return new StoreRecoveredBody
        {
            SetAside = "damaged/" + name,
            Cause = name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..],
            FromEpoch = ended?.Epoch,
            FromEpochHead = ended?.Head ?? 0,
            ToEpoch = epochs[^1].Epoch,
            Recovered = carrier.Carried.Count,
            Lost = losses.Lost,
            LostIsExact = known.Totals is not null,
            ParkedRecovered = carrier.Parked,
            ParkedLost = losses.ParkedLost,
            MediaRecovered = totals.Media,
            MediaLost = totals.MediaMissing - (known.Totals?.MediaMissing ?? 0),
        };
    }
}
