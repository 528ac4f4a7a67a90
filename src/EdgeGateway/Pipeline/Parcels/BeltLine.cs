using EdgeGateway.Configuration;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>The scanned parcels of one station in the order of the belt, as far back as a statement may still belong to them.</summary>
internal sealed class BeltLine(StationSettings station)
{
    private const int Most = 4_096;

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

    /// <summary>Finds the scanned parcel of one that only its time can place.</summary>
    /// <param name="loose">A record of bar code or controller alone.</param>
    /// <param name="waited">Whether it has waited long enough for a better one.</param>
    /// <param name="fits">A further condition on the record of the scan.</param>
    public KeptParcel? Find(KeptParcel loose, bool waited, Func<KeptParcel, bool> fits)
    {
        // What is told soonest after the parcel places it best.
        var mark = loose.Marks.MinBy(one => station.TimingOf(one.Device).Tolerance)!;
        var tolerance = station.TimingOf(mark.Device).Tolerance;
        var at = At(mark);
        BeltPlace[] places = [.. _parcels.Select(place => new BeltPlace(place.Scanned, IsFree(place.Parcel, loose) && fits(place.Parcel), Same(place.Scanned, place.Parcel, mark, tolerance)))];
        int nearest = BeltMatch.Nearest(places, at, tolerance);
        return nearest >= 0 && (waited || BeltMatch.IsSettled(at, _parcels[nearest].Scanned, _parcels[^1].Scanned)) ? _parcels[nearest].Parcel : null;
    }

    /// <summary>How far a statement is from a record: from its scan, or from what stands for one.</summary>
    /// <returns>Null when it is too far.</returns>
    public TimeSpan? Off(KeptParcel parcel, PartMark mark)
    {
        var other = parcel.Marks.FirstOrDefault(static one => one.Kind == PartKind.Scan) ?? parcel.Marks.MinBy(one => station.TimingOf(one.Device).Tolerance)!;
        var tolerance = station.TimingOf((mark.Kind == PartKind.Scan ? other : mark).Device).Tolerance;
        var off = (At(other) - At(mark)).Duration();
        return off <= tolerance ? off : null;
    }

    private static bool IsFree(KeptParcel scanned, KeptParcel loose) =>
        scanned.IsOpen && scanned != loose && !scanned.IsCalledFinal && scanned.Marks.Count + loose.Marks.Count <= ToldParcel.MostParts &&
        !loose.Marks.Any(mark => scanned.Has(mark.Kind));

    /// <remarks>What was placed by a label, however late it came, says nothing of the order.</remarks>
    private DateTimeOffset? Same(DateTimeOffset scanned, KeptParcel parcel, PartMark mark, TimeSpan tolerance)
    {
        foreach (var told in parcel.Marks)
        {
            if (told.Device == mark.Device && (At(told) - scanned).Duration() <= tolerance)
            {
                return At(told);
            }
        }

        return null;
    }
}
