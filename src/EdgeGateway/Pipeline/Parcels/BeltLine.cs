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

    /// <summary>Finds the scanned parcels of those that only their time can place.</summary>
    /// <param name="loose">Records of bar code or controller alone.</param>
    /// <returns>Those that have one, with whether none that is still to come can be nearer.</returns>
    public IReadOnlyList<(KeptParcel Loose, KeptParcel Scanned, bool IsSettled)> Pair(IEnumerable<KeptParcel> loose) =>
        [.. loose.GroupBy(one => Placing(one).Device).SelectMany(group => Pair(group.Key, First(group)))];

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

    /// <summary>In the order of the device. What passed unseen comes by the thousand after an outage, and must not keep out what was seen.</summary>
    private KeptParcel[] First(IEnumerable<KeptParcel> loose) =>
        [.. loose.OrderBy(one => Placing(one).IsVague).ThenBy(At).ThenBy(static one => one.Number).Take(MostAsks).OrderBy(At).ThenBy(static one => one.Number)];

    private DateTimeOffset At(KeptParcel loose) => At(Placing(loose));

    private IEnumerable<(KeptParcel Loose, KeptParcel Scanned, bool IsSettled)> Pair(string device, KeptParcel[] loose)
    {
        var tolerance = station.TimingOf(device).Tolerance;
        BeltAsk[] asks = [.. loose.Select(one => Ask(Placing(one)))];
        var (from, to) = (asks.Min(static ask => ask.From) - (2 * tolerance), asks.Max(static ask => ask.To) + (2 * tolerance));
        var near = _parcels.Where(place => place.Scanned > from && place.Scanned < to).ToArray();
        BeltPlace[] places = [.. near.Select(place => new BeltPlace(place.Scanned, Same(place.Scanned, place.Parcel, device, tolerance)))];
        int[] found = BeltMatch.Pair(places, asks, tolerance, (ask, place) => IsFree(near[place].Parcel, loose[ask]));
        return found.Index().Where(static one => one.Item >= 0)
            .Select(one => (loose[one.Index], near[one.Item].Parcel, BeltMatch.IsSettled(asks[one.Index], near[one.Item].Scanned, _parcels[^1].Scanned)));
    }

    /// <summary>A parcel that passed unseen was there after the last one that the device told of.</summary>
    private BeltAsk Ask(PartMark mark)
    {
        var at = At(mark);
        return !mark.IsVague ? new BeltAsk(at, at) : new BeltAsk(
            _parcels.SelectMany(static place => place.Parcel.Marks).Where(other => other.Device == mark.Device && !other.IsVague && At(other) < at).Select(At).DefaultIfEmpty(at - station.JoinWithin).Max(), at);
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
