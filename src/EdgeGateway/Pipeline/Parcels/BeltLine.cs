using EdgeGateway.Configuration;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>The scanned parcels of one station in the order of the belt, as far back as a statement may still belong to them.</summary>
internal sealed class BeltLine(StationSettings station)
{
    private const int Most = 4_096;
    private const int MostAsks = 256;

    private readonly List<BeltScan> _parcels = [];

    public void Add(KeptParcel parcel, PartMark mark)
    {
        var scan = new BeltScan(mark.Began - station.TimingOf(mark.Device).Behind, At(mark), mark.Received, parcel);
        int known = _parcels.FindIndex(place => place.Parcel == parcel);
        if (known >= 0)
        {
            scan = _parcels[known].With(scan);
            _parcels.RemoveAt(known);
        }

        _parcels.Insert(_parcels.FindLastIndex(scan.IsBehind) + 1, scan);
        // By the gateway's clock: a scanner whose clock is wrong must not empty the belt.
        var oldest = mark.Received - station.JoinWithin - station.FinalAfter;
        _parcels.RemoveAll(place => place.Received < oldest);
        if (_parcels.Count > Most)
        {
            _parcels.RemoveAt(0);
        }
    }

    /// <summary>The time of a statement put back to the time of the scan.</summary>
    public DateTimeOffset At(PartMark mark) => mark.Time - station.TimingOf(mark.Device).Behind;

    /// <summary>
    /// Finds the scanned parcels of those that neither name nor label has placed: by the controller's count, and by time where that does not
    /// contradict the count.
    /// </summary>
    /// <param name="loose">Records of bar code or controller alone.</param>
    /// <param name="overtaken">A scan that is known since later, by the monotonic clock, may have overtaken one that is still to come.</param>
    /// <returns>Those that have one, with how sure that is.</returns>
    public IReadOnlyList<(KeptParcel Loose, KeptParcel Scanned, BeltSurety Surety)> Pair(IReadOnlyList<KeptParcel> loose, long overtaken)
    {
        var moved = _parcels.Where(place => place.Parcel.ScannedAt <= overtaken).Select(static place => place.Scanned).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        var counted = Counted(loose);
        List<(KeptParcel Loose, KeptParcel Scanned, BeltSurety Surety)> found = [.. counted.Select(one => ByCount(one.Key, one.Value)).OfType<(KeptParcel, KeptParcel, BeltSurety)>()];
        var taken = found.SelectMany(static one => new[] { one.Loose, one.Scanned }).ToHashSet();
        var rest = loose.Where(one => !taken.Contains(one) && !Placing(one).IsVague);
        found.AddRange(rest.GroupBy(one => Placing(one).Device).SelectMany(group => Pair(
            group.Key, First(group), moved, (one, place) => !taken.Contains(_parcels[place].Parcel) && counted.GetValueOrDefault(one, BeltPlacing.Nowhere).Allows(place))));
        return found;
    }

    /// <summary>Whether one may go over into the other: by its count also after the end, by its time before it only.</summary>
    public static bool IsFree(KeptParcel scanned, KeptParcel loose, BeltSurety surety) =>
        (surety == BeltSurety.Sure || (scanned.IsOpen && !scanned.IsCalledFinal)) && scanned != loose && scanned.Marks.Count + loose.Marks.Count <= ToldParcel.MostParts &&
        !loose.Marks.Any(mark => scanned.Has(mark.Kind)) && !PartTokens.Contradict(scanned.Marks, loose.Marks);

    /// <summary>How far a statement is from a record: from its scan, or from what stands for one.</summary>
    /// <returns>Null when it is too far.</returns>
    public TimeSpan? Off(KeptParcel parcel, PartMark mark)
    {
        var other = parcel.Marks.Where(static one => one.Kind == PartKind.Scan).MinBy(static one => one.Time) ?? Placing(parcel);
        var (scan, told) = mark.Kind == PartKind.Scan ? (mark, other) : (other, mark);
        var late = At(told) - At(scan);
        return MayBe(late, told) ? late.Duration() : null;
    }

    /// <summary>Whether no scan on the belt that the controller has told nothing of is nearer to what it told: the alarm of that one may only not be read yet.</summary>
    public bool IsNearest(PartMark scan, KeptParcel told)
    {
        var at = At(Placing(told));
        var off = (at - At(scan)).Duration();
        return !_parcels.Exists(place => !place.Parcel.Has(PartKind.Plc) && (at - place.Scanned).Duration() < off);
    }

    private Dictionary<KeptParcel, BeltPlacing> Counted(IReadOnlyList<KeptParcel> loose)
    {
        var found = new Dictionary<KeptParcel, BeltPlacing>();
        foreach (var counter in Numbers(loose).GroupBy(static told => (told.Mark.Device, told.Mark.Unit)))
        {
            var told = counter.OrderBy(static one => one.Mark.Received).ThenBy(static one => one.Mark.Count).ToArray();
            var placings = BeltCount.Place([.. told.Select(static one => new BeltNumber(one.Mark.Count!.Value, one.Place))]);
            foreach (var (at, placing) in placings.Index().Where(static one => one.Item != BeltPlacing.Nowhere))
            {
                found[told[at].Parcel] = placing;
            }
        }

        return found;
    }

    /// <summary>The count says how many and not which: what knows its moment must also be there at about that time. With one neighbour only, what knows none stays by itself.</summary>
    private (KeptParcel Loose, KeptParcel Scanned, BeltSurety Surety)? ByCount(KeptParcel loose, BeltPlacing placing)
    {
        int at = placing.IsSure ? placing.Before : placing.OneSided;
        var surety = placing.IsSure ? BeltSurety.Sure : BeltSurety.Best;
        if (at < 0 || at >= _parcels.Count || !IsFree(_parcels[at].Parcel, loose, surety))
        {
            return null;
        }

        var mark = Placing(loose);
        bool fits = mark.IsVague ? placing.IsSure : MayBe(At(mark) - _parcels[at].Scanned, mark);
        return fits ? (loose, _parcels[at].Parcel, surety) : null;
    }

    /// <summary>A controller that is asked too seldom is late, and never early.</summary>
    private bool MayBe(TimeSpan late, PartMark mark) => station.TimingOf(mark.Device).Tolerance is var tolerance && late >= -tolerance && late <= 2 * tolerance;

    /// <summary>The first word of each controller on each parcel: those of scanned ones with their place, those of the others with -1.</summary>
    private IEnumerable<(PartMark Mark, KeptParcel Parcel, int Place)> Numbers(IReadOnlyList<KeptParcel> loose) =>
        loose.Any(static one => one.Marks.Any(static mark => mark.Count is not null))
            ? _parcels.Select(static (place, at) => (place.Parcel, Place: at)).Concat(loose.Select(static one => (Parcel: one, Place: -1)))
                .SelectMany(static one => one.Parcel.Marks.Where(static mark => mark.Count is not null).DistinctBy(static mark => (mark.Device, mark.Unit)).Select(mark => (mark, one.Parcel, one.Place)))
            : [];

    /// <summary>In the order of the device; the oldest when they are many.</summary>
    private KeptParcel[] First(IEnumerable<KeptParcel> loose) => [.. loose.OrderBy(At).ThenBy(static one => one.Number).Take(MostAsks)];

    private DateTimeOffset At(KeptParcel loose) => At(Placing(loose));

    private IEnumerable<(KeptParcel Loose, KeptParcel Scanned, BeltSurety Surety)> Pair(string device, KeptParcel[] loose, DateTimeOffset moved, Func<KeptParcel, int, bool> allows)
    {
        var tolerance = station.TimingOf(device).Tolerance;
        DateTimeOffset[] asks = [.. loose.Select(At)];
        var (from, to) = (asks[0] - (2 * tolerance), asks[^1] + (2 * tolerance));
        var near = _parcels.Index().Where(place => place.Item.Scanned > from && place.Item.Scanned < to).Select(static place => (place.Item.Scanned, place.Item.Parcel, At: place.Index)).ToArray();
        BeltPlace[] places = [.. near.Select(place => new BeltPlace(place.Scanned, Same(place.Scanned, place.Parcel, device, tolerance)))];
        int[] found = BeltMatch.Pair(places, asks, tolerance, (ask, place) => allows(loose[ask], near[place].At) && IsFree(near[place].Parcel, loose[ask], BeltSurety.Best));
        return found.Index().Where(static one => one.Item >= 0)
            .Select(one => (loose[one.Index], near[one.Item].Parcel, BeltMatch.IsSettled(asks[one.Index], near[one.Item].Scanned, moved) ? BeltSurety.Settled : BeltSurety.Best));
    }

    /// <summary>What is told soonest after the parcel places it best.</summary>
    private PartMark Placing(KeptParcel loose) => loose.Marks.MinBy(one => station.TimingOf(one.Device).Tolerance)!;

    /// <remarks>What was placed by a label, however late it came, says nothing of the order.</remarks>
    private DateTimeOffset? Same(DateTimeOffset scanned, KeptParcel parcel, string device, TimeSpan tolerance)
    {
        foreach (var told in parcel.Marks)
        {
            if (told.Device == device && !told.IsVague && (At(told) - scanned).Duration() <= tolerance)
            {
                return At(told);
            }
        }

        return null;
    }
}
