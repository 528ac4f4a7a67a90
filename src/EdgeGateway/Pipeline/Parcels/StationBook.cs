using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>All records of one station, and the rules by which a statement finds its own (xray.md section 5). Guarded by the stage's lock.</summary>
internal sealed class StationBook(StationSettings station)
{
    /// <summary>A time further ahead than this is of a clock that was set back since.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    private readonly PartIndex _index = new();
    private readonly SortedDictionary<long, KeptParcel> _open = [];
    private readonly Queue<(KeptParcel Parcel, DateTimeOffset At)> _closed = new();
    private long _crowded;

    public StationSettings Station => station;

    public BeltLine Belt { get; } = new(station);

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<KeptParcel> Open => _open.Values;

    public int ClosedCount { get; private set; }

    /// <summary>Begin of the first hour whose rates are not told; records from there on stay.</summary>
    public DateTimeOffset UntoldFrom { get; set; } = DateTimeOffset.MaxValue;

    public IEnumerable<KeptParcel> All => _open.Values.Concat(_closed.Where(static one => IsStill(one)).Select(static one => one.Parcel));

    public KeptParcel? Repeated(ToldPart part) => part.Key is { } key ? _index.Repeated(part.Device, key) : null;

    public KeptParcel? Named(string recordId) => _index.Named(recordId);

    /// <summary>By name, then by the scanner's own tag, by the controller's count, and by label; the time comes later.</summary>
    public KeptParcel? Find(ToldPart part) => ByName(part) ?? ByTag(part) ?? BySequence(part) ?? ByLabel(part);

    /// <summary>
    /// The alarm nearest to an alarm of the other sort. A scan that alarms belongs to an alarm of the controller that was told before it and cannot
    /// wait any more; an alarm of the controller may wait when a scan beside it has alarmed.
    /// </summary>
    public KeptParcel? Alarmed(ToldPart part)
    {
        if (part.Body.Result != ParcelWords.Alarm || part.Kind is not (PartKind.Scan or PartKind.Plc))
        {
            return null;
        }

        bool scans = part.Kind == PartKind.Scan;
        var mark = PartMark.Of(part);
        return Open.Where(parcel => parcel is { Result: ParcelWords.Alarm, IsFull: false, IsCalledFinal: false, IsHeld: false } && parcel.IsScanned != scans && !parcel.Has(part.Kind) && !parcel.Has(PartKind.Desk))
            .Where(parcel => !PartTokens.Contradict(parcel.Marks, [mark]) && (!scans || Belt.IsNearest(mark, parcel)))
            .Select(parcel => (Parcel: parcel, Off: Belt.Off(parcel, mark)))
            .Where(static found => found.Off is not null)
            .OrderBy(static found => found.Off).FirstOrDefault().Parcel;
    }

    /// <summary>Enters a record that is new or comes from disk.</summary>
    public void Add(KeptParcel parcel)
    {
        _index.Add(parcel);
        foreach (var scan in parcel.Marks.Where(static mark => mark.Kind == PartKind.Scan))
        {
            Belt.Add(parcel, scan);
        }

        if (parcel.IsOpen)
        {
            _open[parcel.Number] = parcel;
        }
        else
        {
            Close(parcel);
        }
    }

    public void Enter(KeptParcel parcel, PartMark mark)
    {
        parcel.Mark(mark);
        _index.Add(parcel, mark);
        if (mark.Kind == PartKind.Scan)
        {
            parcel.ScannedAt ??= parcel.HeardAt;
            Belt.Add(parcel, mark);
        }
    }

    public void Reopen(KeptParcel parcel)
    {
        ClosedCount--;
        _open[parcel.Number] = parcel;
    }

    public void Close(KeptParcel parcel)
    {
        _open.Remove(parcel.Number);
        _closed.Enqueue((parcel, parcel.ClosedAt));
        ClosedCount++;
    }

    public long CountCrowded() => ++_crowded;

    /// <summary>A record went over into another one.</summary>
    public void Drop(KeptParcel parcel)
    {
        _open.Remove(parcel.Number);
        _index.Remove(parcel);
    }

    /// <summary>Gives up closed records that are too old or too many.</summary>
    /// <param name="now">The time.</param>
    /// <param name="from">Records that began here or later stay, for their hour is not told.</param>
    /// <param name="most">How many at the most this time.</param>
    /// <returns>Their numbers.</returns>
    public IReadOnlyList<long> Expire(DateTimeOffset now, DateTimeOffset from, int most)
    {
        var gone = new List<long>();
        while (gone.Count < most && _closed.TryPeek(out var oldest))
        {
            bool still = IsStill(oldest);
            if (still && ((oldest.Parcel.Facts.Began >= from && oldest.Parcel.Facts.Began < now + Ahead) || (ClosedCount <= station.ClosedMost && now - oldest.At < station.ClosedKept)))
            {
                break;
            }

            _closed.Dequeue();
            if (still)
            {
                ClosedCount--;
                _index.Remove(oldest.Parcel);
                gone.Add(oldest.Parcel.Number);
            }
        }

        return gone;
    }

    /// <remarks>Not what was reopened since, and closed again further back.</remarks>
    private static bool IsStill((KeptParcel Parcel, DateTimeOffset At) closed) => !closed.Parcel.IsOpen && closed.Parcel.ClosedAt == closed.At;

    private KeptParcel? ByName(ToldPart part) => PartTokens.Name(part.Body) is { } name ? _index.With(name).FirstOrDefault(static parcel => !parcel.IsFull) : null;

    private KeptParcel? ByTag(ToldPart part) => PartTokens.PackageTag(part.Body) is { } tag
        ? _index.With(tag).Where(static parcel => !parcel.IsFull)
            .SelectMany(parcel => parcel.Marks.Where(mark => mark.Tokens.Contains(tag) && mark.IsOfScanner(part) && Off(mark, part) <= TagHolds(mark, part)).Select(mark => (Parcel: parcel, Off: Off(mark, part))))
            .OrderBy(static found => found.Off).FirstOrDefault().Parcel
        : null;

    /// <remarks>A parcel is opened long after it was scanned, and the scanner itself may be who tells of that.</remarks>
    private TimeSpan TagHolds(PartMark mark, ToldPart part) => mark.Kind == PartKind.Desk || part.Kind == PartKind.Desk || part.Body.OpenCheck is not null
        ? station.ClosedKept
        : Most(station.JoinWithin, station.FinalAfter);

    private KeptParcel? BySequence(ToldPart part) => PartTokens.Sequence(part.Body) is { } sequence
        ? _index.With(sequence).FirstOrDefault(parcel => !parcel.IsFull && parcel.Marks.Any(mark =>
            mark.Tokens.Contains(sequence) && mark.IsOfUnit(part) && PartTokens.MayBeSameMachine(mark.Machine, part.Body.Scanner?.MachineId) && Off(mark, part) <= Most(station.JoinWithin, station.FinalAfter)))
        : null;

    private KeptParcel? ByLabel(ToldPart part) => PartTokens.Labels(part.Body).SelectMany(_index.With)
        .Where(parcel => !parcel.IsFull && parcel.Marks.Any(mark => Off(mark, part) <= Within(mark, part)))
        .MinBy(parcel => parcel.Marks.Min(mark => Off(mark, part)));

    /// <remarks>The counter and the table are minutes or hours away from the belt; a label is used again after months.</remarks>
    private TimeSpan Within(PartMark mark, ToldPart part) => mark.Kind == PartKind.Desk || part.Kind == PartKind.Desk ? station.ClosedKept : station.JoinWithin;

    private static TimeSpan Off(PartMark mark, ToldPart part) => (mark.Time - part.Time).Duration();

    private static TimeSpan Most(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
