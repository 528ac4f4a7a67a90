using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Store.Parcels;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Brings the kept records back into memory at a start.</summary>
internal sealed class ParcelLoader(IParcelRecords records, TimeProvider time, ILogger log)
{
    private const string Gateway = "gateway";

    /// <param name="shelf">Where to.</param>
    /// <param name="goesOn">Told of every open record of which not all is told, once all are in.</param>
    public void Load(ParcelShelf shelf, Action<StationBook, KeptParcel> goesOn)
    {
        var open = new List<(StationBook, KeptParcel)>();
        foreach (var (row, told, closedAt) in records.All().Select(Read).OrderBy(static one => one.ClosedAt))
        {
            shelf.Seen(row.Number);
            if (told is null)
            {
                GiveUp(row);
                continue;
            }

            var book = shelf.Of(told.Station);
            var parcel = Made(row, told, closedAt, book);
            book.Add(parcel);
            if (parcel.IsOpen && (parcel.Version == 0 || parcel.Revision > parcel.ToldRevision))
            {
                open.Add((book, parcel));
            }
        }

        foreach (var (book, parcel) in open)
        {
            goesOn(book, parcel);
        }
    }

    private (ParcelRow Row, ToldParcel? Told, DateTimeOffset ClosedAt) Read(ParcelRow row)
    {
        var told = ParcelTeller.Read(row.Body);
        return (row, told, told is null ? default : told.Parts.Max(static part => part.Received));
    }

    /// <remarks>Its parts were called safe: what no reading shows of them is told as lost. Which station it was of nobody can say.</remarks>
    private void GiveUp(ParcelRow row)
    {
        ParcelLog.Unreadable(log, row.Number);
        bool shown = row.Version > 0 && row.Told >= row.Revision;
        _ = NotedAsync(shown ? records.ForgetAsync([row.Number]) : records.GiveUpAsync(row.Number, new Loss(Gateway, Lane.Event, 1, GapCauses.Damage, "the record of a parcel cannot be read")));
    }

    private async Task NotedAsync(Task write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (StoreRefusedException refused)
        {
            // The row stays; the next start tries again.
            ParcelLog.NotWritten(log, refused);
        }
    }

    private KeptParcel Made(ParcelRow row, ToldParcel told, DateTimeOffset heard, StationBook book)
    {
        var merged = ParcelMerge.Of(told, book.Station);
        bool closed = row.Final && row.Told == row.Revision;
        var parcel = new KeptParcel(row.Number, book.Station, told.RecordId)
        {
            BeganAt = Ago(told.Parts.Min(static part => part.Received), book.Station.SettleAfter),
            HeardAt = Ago(heard, Waited(book.Station)),
            Told = closed ? null : told,
            Revision = row.Revision,
            Version = row.Version,
            ToldRevision = row.Told,
            IsFinal = row.Final,
            IsAlarm = row.Told == row.Revision && ParcelJudge.IsAlarm(merged.Body),
            Result = merged.Body.Result,
            ClosedAt = heard,
            LacksFiles = PartFiles.Lacks(told),
            Facts = ParcelFacts.Of(told, merged),
        };
        foreach (var part in told.Parts)
        {
            parcel.Mark(PartMark.Of(part));
        }

        // While the gateway was away no scan came: what an earlier one of the belt needs to be read begins now.
        parcel.ScannedAt = parcel.IsScanned ? time.GetTimestamp() : null;
        return parcel;
    }

    /// <summary>What counts of the time before the start: enough is left for what only its time can place to find its scan.</summary>
    private static TimeSpan Waited(StationSettings station) => station.FinalAfter - (station.SettleAfter * ParcelStage.StillComes);

    /// <summary>A moment of the wall clock by the monotonic one, no further back than counts and never in the future.</summary>
    private long Ago(DateTimeOffset moment, TimeSpan most)
    {
        double seconds = Math.Clamp((time.GetUtcNow() - moment).TotalSeconds, 0, Math.Max(0, most.TotalSeconds));
        return time.GetTimestamp() - (long)(seconds * time.TimestampFrequency);
    }
}
