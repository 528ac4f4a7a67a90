using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>
/// Joins what the devices of a station tell of one parcel into one record (docs/decisions/0018-joining.md), between normaliser and store. A part is
/// safe when its record is on disk, in the commit of the reading that shows it or alone. Devices of no station are records of their own.
/// </summary>
public sealed class ParcelStage
{
    /// <summary>Records beyond <c>openMost</c> that may be on their way to their end; a quarter of it where that is more.</summary>
    private const int EndingMost = 256;

    /// <summary>Closed records given up at a time.</summary>
    private const int ExpireMost = 512;

    /// <summary>So many times <c>settleAfter</c> a scan is waited for that would fit better than the best that is there.</summary>
    internal const int StillComes = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (StationBook Book, PartKind Kind)> _byDevice;
    private readonly ParcelShelf _shelf;
    private readonly ParcelKeeper _keeper;
    private readonly TimeProvider _time;
    private readonly RecordIds _ids;
    private readonly ILogger _log;

    internal ParcelStage(ParcelShelf shelf, ParcelKeeper keeper, TimeProvider time, Random random, ILogger<ParcelStage> log)
    {
        (_shelf, _keeper, _time, _log) = (shelf, keeper, time, log);
        _ids = new RecordIds(time, random);
        _byDevice = shelf.Devices();
        _keeper.Gate = _gate;
        lock (_gate)
        {
            Resume();
        }
    }

    /// <summary>Whether anything is ever to be joined: then <see cref="Tick"/> must be called several times a second.</summary>
    public bool IsNeeded => _shelf.Books.Count > 0;

    /// <summary>Whether no reading is on its way to the disk just now.</summary>
    internal bool IsQuiet
    {
        get
        {
            lock (_gate)
            {
                return _shelf.Books.All(static book => book.Open.All(static parcel => parcel.Flight is null));
            }
        }
    }

    internal ParcelShelf Shelf => _shelf;

    internal Lock Gate => _gate;

    /// <summary>Completes when the part is safe; a repeat is known by the record it went into, after a restart too.</summary>
    /// <returns>Null when this is nothing to be joined: the reading goes on by itself, see <see cref="Alone"/>.</returns>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public Task<Emitted>? TakeAsync(Reading reading)
    {
        if (!_byDevice.TryGetValue(reading.Device, out var place))
        {
            return null;
        }

        lock (_gate)
        {
            return Take(place.Book, ToldPart.Of(reading, place.Kind), reading.Attachments);
        }
    }

    /// <summary>Makes of a statement a record of its own, with one version.</summary>
    public Reading Alone(Reading reading)
    {
        string id;
        lock (_gate)
        {
            id = _ids.Next();
        }

        var told = new ToldParcel { RecordId = id, Station = string.Empty, Parts = [ToldPart.Of(reading, KindOf((ParcelInspectionBody)reading.Body))] };
        var body = ParcelMerge.Of(told, null).Body with { Version = 1, Final = true };
        return reading with { Body = body, Lane = ParcelJudge.IsAlarm(body) ? Lane.Alarm : Lane.Event };
    }

    /// <summary>A person's word from the platform's side, for the record that it names or that bears its bar code.</summary>
    /// <param name="note">The word, as a reading of the gateway.</param>
    /// <param name="recordId">Which record; null: by the bar code in the reading.</param>
    /// <returns>Null when there is no such record.</returns>
    public Task<Emitted>? NoteAsync(Reading note, string? recordId)
    {
        var part = ToldPart.Of(note, PartKind.Desk);
        lock (_gate)
        {
            foreach (var book in _shelf.Books)
            {
                if (book.Repeated(part) is { } known)
                {
                    return _keeper.RepeatAsync(book, known, part, []);
                }

                if ((recordId is null ? book.Find(part) : book.Named(recordId)) is { IsFull: false } parcel)
                {
                    return Join(book, parcel, part, []);
                }
            }

            return null;
        }
    }

    /// <summary>What time brings: readings that are due, records that become final, statements that neither name nor label places.</summary>
    public void Tick()
    {
        lock (_gate)
        {
            foreach (var book in _shelf.Books)
            {
                Settle(book);
                long now = _time.GetTimestamp();
                foreach (var parcel in book.Open.ToArray())
                {
                    _keeper.TellIfDue(book, parcel, now);
                }

                _keeper.Forget(book.Expire(_time.GetUtcNow(), book.UntoldFrom, ExpireMost));
            }
        }
    }

    private static PartKind KindOf(ParcelInspectionBody body) => body.Origin switch
    {
        ParcelWords.Barcode => PartKind.Barcode,
        ParcelWords.Modbus => PartKind.Plc,
        ParcelWords.Operator => PartKind.Desk,
        _ => PartKind.Scan,
    };

    private void Resume()
    {
        _keeper.Load(_shelf);
        ParcelLog.Loaded(_log, _byDevice.Values.DistinctBy(static place => place.Book).Count(), _shelf.Books.Sum(static book => book.Open.Count), _shelf.Books.Sum(static book => book.ClosedCount));
    }

    private Task<Emitted> Take(StationBook book, ToldPart part, IReadOnlyList<Attachment> attachments)
    {
        if (book.Repeated(part) is { } known)
        {
            return _keeper.RepeatAsync(book, known, part, attachments);
        }

        var alarmed = book.Alarmed(part);
        var parcel = book.Find(part) ?? (part.Kind == PartKind.Scan ? alarmed : null);
        bool begins = parcel is null;
        if (begins && book.Open.Count >= book.Station.OpenMost + Math.Max(EndingMost, book.Station.OpenMost / 4))
        {
            return Task.FromException<Emitted>(new StoreRefusedException("more parcels are open than the disk takes"));
        }

        parcel ??= Begin(book);
        parcel.IsHeld = begins && alarmed is not null;
        var safe = Join(book, parcel, part, attachments);
        if (begins)
        {
            Crowd(book);
        }

        return safe;
    }

    private Task<Emitted> Join(StationBook book, KeptParcel parcel, ToldPart part, IReadOnlyList<Attachment> attachments)
    {
        _keeper.Reopen(book, parcel);
        if (parcel.IsCalledFinal)
        {
            part = part with { Late = true };
            parcel.Told = parcel.Told!.Flagged(ParcelFlags.Reopened);
        }

        parcel.Told = parcel.Told!.With(part);
        parcel.Revision++;
        parcel.HeardAt = _time.GetTimestamp();
        parcel.Attach(part, attachments);
        book.Enter(parcel, PartMark.Of(part));
        return _keeper.Advance(book, parcel);
    }

    private KeptParcel Begin(StationBook book)
    {
        string id = _ids.Next();
        long now = _time.GetTimestamp();
        var parcel = new KeptParcel(_shelf.NextNumber(), book.Station, id)
        {
            BeganAt = now,
            HeardAt = now,
            Told = new ToldParcel { RecordId = id, Station = book.Station.Code, Parts = [] },
        };
        book.Add(parcel);
        return parcel;
    }

    /// <summary>
    /// Records that only their count or their time can place go over into the record of the scan that fits, once the neighbours have had time to find their own.
    /// </summary>
    private void Settle(StationBook book)
    {
        long now = _time.GetTimestamp();
        KeptParcel[] all = [.. book.Open.Where(static parcel => parcel.IsLoose)];
        long overtaken = now - (long)(book.Station.SettleAfter.TotalSeconds * _time.TimestampFrequency);
        foreach (var (loose, scanned, surety) in all.Length == 0 ? [] : book.Belt.Pair(all, overtaken))
        {
            if (Waited(loose, now) >= Patience(surety) && (surety == BeltSurety.Sure || scanned.ScannedAt <= overtaken) && BeltLine.IsFree(scanned, loose, surety))
            {
                TryAbsorb(book, scanned, loose);
            }
        }

        foreach (var held in all.Where(parcel => parcel is { IsHeld: true, IsOpen: true } && Waited(parcel, now) >= StillComes))
        {
            held.IsHeld = false;
            _ = _keeper.Advance(book, held);
        }
    }

    private static int Patience(BeltSurety surety) => surety switch
    {
        BeltSurety.Sure => 0,
        BeltSurety.Settled => 1,
        _ => StillComes,
    };

    /// <returns>How long, in times of <c>settleAfter</c>.</returns>
    private double Waited(KeptParcel loose, long now) => _time.GetElapsedTime(loose.BeganAt, now) / loose.Station.SettleAfter;

    private void TryAbsorb(StationBook book, KeptParcel scanned, KeptParcel loose)
    {
        try
        {
            Absorb(book, scanned, loose);
        }
        catch (StoreRefusedException)
        {
            // A final record that cannot be read just now: it stays by itself, and the next tick tries again.
        }
    }

    private void Absorb(StationBook book, KeptParcel scanned, KeptParcel loose)
    {
        _keeper.Reopen(book, scanned);
        if (scanned.IsCalledFinal)
        {
            scanned.Told = scanned.Told!.Flagged(ParcelFlags.Reopened);
            loose.Told = loose.Told! with { Parts = [.. loose.Told.Parts.Select(static part => part with { Late = true })] };
        }

        book.Drop(loose);
        foreach (var mark in loose.Marks)
        {
            book.Enter(scanned, mark);
        }

        var (first, second) = loose.Number < scanned.Number ? (loose, scanned) : (scanned, loose);
        scanned.Told = scanned.Told! with { Parts = [.. first.Told!.Parts.Concat(second.Told!.Parts).OrderBy(static part => part.Received)] };
        scanned.Revision++;
        scanned.HeardAt = Math.Max(scanned.HeardAt, loose.HeardAt);
        loose.Told = null;
        scanned.Gone.AddRange([loose.Number, .. loose.Gone]);
        scanned.LacksFiles |= loose.LacksFiles;
        _ = _keeper.Advance(book, scanned);
    }

    private void Crowd(StationBook book)
    {
        if (book.Open.Count <= book.Station.OpenMost || book.Open.FirstOrDefault(static parcel => !parcel.IsCalledFinal && !parcel.Told!.Flags.Contains(ParcelFlags.Crowded)) is not { } oldest)
        {
            return;
        }

        if (book.CountCrowded() is var times && (times & (times - 1)) == 0)
        {
            ParcelLog.Crowded(_log, book.Station.Code, book.Station.OpenMost, times);
        }

        oldest.Told = oldest.Told!.Flagged(ParcelFlags.Crowded);
        oldest.Revision++;
        _ = _keeper.Advance(book, oldest);
    }
}
