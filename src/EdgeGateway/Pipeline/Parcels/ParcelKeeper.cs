using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Store;
using EdgeGateway.Store.Parcels;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>
/// Brings records to the disk and tells of them. Everything but what runs on when a write is done happens under the stage's lock.
/// </summary>
internal sealed class ParcelKeeper(IParcelRecords records, IReadingStore store, ParcelTeller teller, TimeProvider time, ILogger log)
{
    /// <summary>What changes within it goes out together.</summary>
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(1);

    /// <summary>Between two tries while the disk refuses.</summary>
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(5);

    /// <summary>The stage's lock; set before anything is written.</summary>
    public Lock Gate { get; set; } = new();

    /// <summary>Reads back what was kept; what was due when the last run ended is due now.</summary>
    public void Load(ParcelShelf shelf) => new ParcelLoader(records, time, log).Load(shelf, (book, parcel) => Advance(book, parcel, isNew: false));

    /// <summary>Writes a record that has changed, with a reading or alone.</summary>
    /// <param name="book">Of the station.</param>
    /// <param name="parcel">The record.</param>
    /// <param name="isNew">Whether there is something that the disk does not have.</param>
    /// <returns>Completes when all that is known of it is safe.</returns>
    public Task<Emitted> Advance(StationBook book, KeptParcel parcel, bool isNew = true)
    {
        try
        {
            return Write(book, parcel, isNew);
        }
        catch (Exception unwritable)
        {
            // What could not even be written down must not pass for safe when it is repeated.
            parcel.Safe = Task.FromException(unwritable);
            throw;
        }
    }

    private Task<Emitted> Write(StationBook book, KeptParcel parcel, bool isNew)
    {
        var told = parcel.Ready();
        var merged = ParcelMerge.Of(told, parcel.Station);
        var body = merged.Body;
        parcel.Facts = ParcelFacts.Of(told, merged);
        parcel.Result = body.Result;
        var (when, final) = ParcelJudge.Of(parcel, told, body);
        Task<Emitted>? safe = null;
        if (when == Telling.Now || parcel.HasAttachments)
        {
            safe = TellNow(book, parcel, body, final);
        }
        else if (when == Telling.Soon)
        {
            parcel.DueAt ??= In(s_soon);
        }

        if (safe is null && !isNew)
        {
            return Task.FromResult(default(Emitted));
        }

        safe ??= KeepAsync(parcel);
        parcel.Safe = parcel.Safe.IsCompletedSuccessfully ? safe : Task.WhenAll(parcel.Safe, safe);
        return safe;
    }

    /// <summary>Answers a repeat once what it repeats is safe; what the disk refused before is tried again, with the files that the repeat brings.</summary>
    /// <exception cref="StoreRefusedException">The record cannot be read back.</exception>
    public Task<Emitted> RepeatAsync(StationBook book, KeptParcel parcel, ToldPart part, IReadOnlyList<Attachment> files)
    {
        bool refused = parcel.Safe.IsFaulted && parcel.IsOpen;
        if (Brings(book, parcel, part, files) || refused)
        {
            parcel.Safe = refused ? Task.CompletedTask : parcel.Safe;
            parcel.Revision++;
            Advance(book, parcel);
        }

        return WhenSafeAsync(parcel.Safe);
    }

    /// <summary>Brings a closed record back from the disk.</summary>
    public void Reopen(StationBook book, KeptParcel parcel)
    {
        if (!parcel.IsOpen)
        {
            parcel.Told = Kept(parcel) ?? throw new StoreRefusedException("the record of this parcel is gone from the store");
            book.Reopen(parcel);
        }
    }

    /// <summary>Takes the files of a repeat when those of the part it repeats are not on disk.</summary>
    private bool Brings(StationBook book, KeptParcel parcel, ToldPart part, IReadOnlyList<Attachment> files)
    {
        if (files.Count == 0 || !parcel.LacksFiles ||
            (parcel.Told ?? Kept(parcel)) is not { } told ||
            told.Parts.FirstOrDefault(one => one.Unstored && one.Device == part.Device && one.Key == part.Key && !parcel.Holds(one)) is not { } known)
        {
            return false;
        }

        if (!parcel.IsOpen)
        {
            book.Reopen(parcel);
        }

        var whole = known with { Late = known.Late || parcel.IsCalledFinal, Body = known.Body with { Media = part.Body.Media ?? known.Body.Media } };
        parcel.Told = told with { Parts = [.. told.Parts.Select(one => ReferenceEquals(one, known) ? whole : one)] };
        parcel.Told = parcel.IsCalledFinal ? parcel.Told.Flagged(ParcelFlags.Reopened) : parcel.Told;
        parcel.HeardAt = time.GetTimestamp();
        parcel.Attach(whole, files);
        return true;
    }

    private ToldParcel? Kept(KeptParcel parcel)
    {
        try
        {
            return records.Find(parcel.Number) is { } row ? ParcelTeller.Read(row.Body) : null;
        }
        catch (IOException damaged)
        {
            throw new StoreRefusedException("the record of this parcel cannot be read", damaged);
        }
    }

    public void TellIfDue(StationBook book, KeptParcel parcel, long now)
    {
        if (parcel.Flight is not null || !parcel.IsOpen)
        {
            return;
        }

        bool over = time.GetElapsedTime(parcel.HeardAt, now) >= parcel.Station.FinalAfter;
        if (parcel.DueAt <= now || (over && parcel.DueAt is null))
        {
            var told = parcel.Ready();
            var body = ParcelMerge.Of(told, parcel.Station).Body;
            Fly(book, parcel, body, over || ParcelJudge.Of(parcel, told, body).Final);
        }
    }

    public void Forget(IReadOnlyList<long> numbers)
    {
        if (numbers.Count > 0)
        {
            _ = NotedAsync(records.ForgetAsync(numbers));
        }
    }

    private static async Task<Emitted> WhenSafeAsync(Task safe)
    {
        await safe.ConfigureAwait(false);
        return new Emitted(0, true);
    }

    /// <returns>Null when the part is to be kept by itself, because another reading of this record is on its way.</returns>
    private Task<Emitted>? TellNow(StationBook book, KeptParcel parcel, ParcelInspectionBody body, bool final)
    {
        if (parcel.Flight is null)
        {
            return Fly(book, parcel, body, final);
        }

        parcel.Again = true;
        if (!parcel.HasAttachments)
        {
            return null;
        }

        // A picture goes to the disk with a reading that names it.
        parcel.Next ??= new TaskCompletionSource<Emitted>(TaskCreationOptions.RunContinuationsAsynchronously);
        return parcel.Next.Task;
    }

    private Task<Emitted> Fly(StationBook book, KeptParcel parcel, ParcelInspectionBody merged, bool final)
    {
        parcel.Told = parcel.Told! with { Speaker = parcel.Told.Speaker ?? ParcelTeller.Speaker(parcel.Told).Device };
        var (carried, files) = parcel.TakeAttachments();
        var told = PartFiles.Stored(parcel.Told, carried);
        var body = PartFiles.Shown(told, merged);
        var flight = new Flight(parcel.Version + 1, parcel.Revision, final, ParcelJudge.IsAlarm(body), carried, [.. parcel.Gone]);
        var row = new ParcelRow(parcel.Number, flight.Revision, flight.Version, flight.Revision, final, ParcelTeller.Write(told));
        var pending = teller.Pending(told, body, row, flight.Gone, files);
        var next = parcel.Next;
        (parcel.Flight, parcel.Again, parcel.Next, parcel.DueAt, parcel.IsAlarm) = (flight, false, null, null, flight.Alarm);
        return LandAsync(book, parcel, flight, AppendAsync(pending), next);
    }

    private async Task<Appended> AppendAsync(PendingReading pending) => await store.AppendAsync(pending, CancellationToken.None).ConfigureAwait(false);

    private async Task<Emitted> LandAsync(StationBook book, KeptParcel parcel, Flight flight, Task<Appended> append, TaskCompletionSource<Emitted>? waiting)
    {
        try
        {
            var emitted = new Emitted((await append.ConfigureAwait(false)).Seq, false);
            lock (Gate)
            {
                Landed(book, parcel, flight);
            }

            waiting?.SetResult(emitted);
            return emitted;
        }
        catch (Exception refused)
        {
            lock (Gate)
            {
                ParcelLog.NotWritten(log, refused);
                (parcel.Flight, parcel.IsAlarm, parcel.DueAt) = (null, false, In(s_again));
            }

            waiting?.SetException(refused);
            throw;
        }
        finally
        {
            flight.End();
        }
    }

    private void Landed(StationBook book, KeptParcel parcel, Flight flight)
    {
        (parcel.Flight, parcel.Version, parcel.ToldRevision, parcel.IsFinal) = (null, flight.Version, flight.Revision, flight.Final);
        parcel.Told = PartFiles.Stored(parcel.Told!, flight.Carried);
        parcel.LacksFiles = PartFiles.Lacks(parcel.Told);
        parcel.Gone.RemoveAll(flight.Gone.Contains);
        if (parcel.Revision == flight.Revision)
        {
            parcel.Safe = Task.CompletedTask;
        }

        if (flight.Final && parcel.Revision == flight.Revision)
        {
            parcel.Told = null;
            parcel.ClosedAt = time.GetUtcNow();
            book.Close(parcel);
        }
        else if (parcel.Revision > flight.Revision)
        {
            bool now = parcel.Again || parcel.HasAttachments;
            parcel.DueAt = In(now ? TimeSpan.Zero : s_soon);
            if (now)
            {
                TellIfDue(book, parcel, time.GetTimestamp());
            }
        }
    }

    /// <remarks>Behind a reading with files on its way: only then it is known whether the row may say that they are stored.</remarks>
    private Task<Emitted> KeepAsync(KeptParcel parcel) => parcel.Flight is { Carried.Count: > 0 } flight ? KeepBehindAsync(parcel, flight) : KeepNowAsync(parcel);

    private async Task<Emitted> KeepBehindAsync(KeptParcel parcel, Flight flight)
    {
        await flight.Over.ConfigureAwait(false);
        Task<Emitted>? kept = null;
        lock (Gate)
        {
            // Closed: then all of it is on disk. Gone over into another record: whoever repeats is answered by that one.
            kept = parcel.IsOpen ? KeepAsync(parcel) : parcel.IsFinal ? null : Task.FromException<Emitted>(new StoreRefusedException("the record went over into another one"));
        }

        return kept is null ? new Emitted(0, false) : await kept.ConfigureAwait(false);
    }

    private async Task<Emitted> KeepNowAsync(KeptParcel parcel)
    {
        long[] gone = [.. parcel.Gone];
        await records.KeepAsync(new ParcelChange(parcel.Row(ParcelTeller.Write(parcel.Told!)), gone)).ConfigureAwait(false);
        lock (Gate)
        {
            parcel.Gone.RemoveAll(gone.Contains);
        }

        return new Emitted(0, false);
    }

    private async Task NotedAsync(Task write)
    {
        try
        {
            await write.ConfigureAwait(false);
        }
        catch (Exception refused)
        {
            ParcelLog.NotWritten(log, refused);
        }
    }

    private long In(TimeSpan span) => time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);
}
