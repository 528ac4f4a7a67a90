using EdgeGateway.Configuration;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>The scanned parcels of one station in the order of the belt, as far back as a statement may still belong to them.</summary>
internal sealed class BeltLine(StationSettings station)
{
    private const int Most = 4_096;
    private const int MostAsks = 256;

    private readonly List<(DateTimeOffset Scanned, DateTimeOffset Received, KeptParcel Parcel)> _parcels = [];

    public void Add(KeptParcel parcel, PartMark scan)
    {
        if (_parcels.Exists(place => place.Parcel == parcel))
        {
            return;
        }

        var scanned = At(scan);
        int at = _parcels.Count;
        while (at > 0 && _parcels[at - 1].Scanned > scanned)
        {
            at--;
        }

        _parcels.Insert(at, (scanned, scan.Received, parcel));
        // By the gateway's clock: a scanner whose clock is wrong must not empty the belt.
        var oldest = scan.Received - station.JoinWithin - station.FinalAfter;
        _parcels.RemoveAll(place => place.Received < oldest);
        if (_parcels.Count > Most)
        {
            _parcels.RemoveAt(0);
        }
    }

    /// <summary>The time of a statement put back to the time of the scan.</summary>
    public DateTimeOffset At(PartMark mark) => mark.Time - station.TimingOf(mark.Device).Behind;

    /// <summary>Finds the scanned parcels of those that neither name nor label has placed: by the controller's count, and what that leaves by time.</summary>
    /// <param name="loose">Records of bar code or controller alone.</param>
    /// <returns>Those that have one, with whether none that is still to come can be nearer.</returns>
    public IReadOnlyList<(KeptParcel Loose, KeptParcel Scanned, bool IsSettled)> Pair(IReadOnlyList<KeptParcel> loose)
    {
        var counted = Counted(loose);
        var taken = counted.Select(static one => one.Scanned).ToHashSet();
        var rest = loose.Except(counted.Select(static one => one.Loose)).Where(one => !Placing(one).IsVague);
        return [.. counted, .. rest.GroupBy(one => Placing(one).Device).SelectMany(group => Pair(group.Key, First(group), taken))];
    }

    public static bool IsFree(KeptParcel scanned, KeptParcel loose) =>
        scanned.IsOpen && scanned != loose && !scanned.IsCalledFinal && scanned.Marks.Count + loose.Marks.Count <= ToldParcel.MostParts &&
        !loose.Marks.Any(mark => scanned.Has(mark.Kind)) && !PartTokens.Contradict(scanned.Marks, loose.Marks);

    /// <summary>How far a statement is from a record: from its scan, or from what stands for one.</summary>
    /// <returns>Null when it is too far.</returns>
    public TimeSpan? Off(KeptParcel parcel, PartMark mark)
    {
        var other = parcel.Marks.FirstOrDefault(static one => one.Kind == PartKind.Scan) ?? Placing(parcel);
        var tolerance = station.TimingOf((mark.Kind == PartKind.Scan ? other : mark).Device).Tolerance;
        var off = (At(other) - At(mark)).Duration();
        return off <= tolerance ? off : null;
    }

    private List<(KeptParcel Loose, KeptParcel Scanned, bool IsSettled)> Counted(IReadOnlyList<KeptParcel> loose)
    {
        var found = new List<(KeptParcel Loose, KeptParcel Scanned, bool IsSettled)>();
        foreach (var counter in Numbers(loose).GroupBy(static told => (told.Mark.Device, told.Mark.Unit)))
        {
            var told = counter.OrderBy(static one => one.Mark.Received).ThenBy(static one => one.Mark.Count).ToArray();
            int[] places = BeltCount.Pair([.. told.Select(static one => new BeltNumber(one.Mark.Count!.Value, one.Place))]);
            found.AddRange(places.Index().Where(one => one.Item >= 0 && IsFree(_parcels[one.Item].Parcel, told[one.Index].Parcel))
                .Select(one => (told[one.Index].Parcel, _parcels[one.Item].Parcel, true)));
        }

        return found;
    }

    /// <summary>The first word of each controller on each parcel: those of scanned ones with their place, those of the others with -1.</summary>
    private IEnumerable<(PartMark Mark, KeptParcel Parcel, int Place)> Numbers(IReadOnlyList<KeptParcel> loose) =>
        loose.Any(static one => one.Marks.Any(static mark => mark.Count is not null))
            ? _parcels.Select(static (place, at) => (place.Parcel, Place: at)).Concat(loose.Select(static one => (Parcel: one, Place: -1)))
                .SelectMany(static one => one.Parcel.Marks.Where(static mark => mark.Count is not null).DistinctBy(static mark => (mark.Device, mark.Unit)).Select(mark => (mark, one.Parcel, one.Place)))
            : [];

    /// <summary>In the order of the device; the oldest when they are many.</summary>
    private KeptParcel[] First(IEnumerable<KeptParcel> loose) => [.. loose.OrderBy(At).ThenBy(static one => one.Number).Take(MostAsks)];

    private DateTimeOffset At(KeptParcel loose) => At(Placing(loose));

    private IEnumerable<(KeptParcel Loose, KeptParcel Scanned, bool IsSettled)> Pair(string device, KeptParcel[] loose, HashSet<KeptParcel> taken)
    {
        var tolerance = station.TimingOf(device).Tolerance;
        DateTimeOffset[] asks = [.. loose.Select(At)];
        var (from, to) = (asks[0] - (2 * tolerance), asks[^1] + (2 * tolerance));
        var near = _parcels.Where(place => place.Scanned > from && place.Scanned < to).ToArray();
        BeltPlace[] places = [.. near.Select(place => new BeltPlace(place.Scanned, Same(place.Scanned, place.Parcel, device, tolerance)))];
        int[] found = BeltMatch.Pair(places, asks, tolerance, (ask, place) => !taken.Contains(near[place].Parcel) && IsFree(near[place].Parcel, loose[ask]));
        return found.Index().Where(static one => one.Item >= 0)
            .Select(one => (loose[one.Index], near[one.Item].Parcel, BeltMatch.IsSettled(asks[one.Index], near[one.Item].Scanned, _parcels[^1].Scanned)));
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
