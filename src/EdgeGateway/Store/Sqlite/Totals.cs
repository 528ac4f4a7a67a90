using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The last numbers given and how much waits, as of one commit.</summary>
internal sealed record Totals
{
    private LaneTotal _alarm;
    private LaneTotal _event;
    private LaneTotal _telemetry;

    public long Position { get; set; }

    public long Seq { get; set; }

    public long Parked { get; set; }

    public long MediaPosition { get; set; }

    public long Media { get; set; }

    public long MediaBytes { get; set; }

    public long MediaMissing { get; set; }

    /// <summary>Commits since the store was made; one that is missing afterwards shows.</summary>
    public long Commits { get; set; }

    /// <summary>Bytes of parked readings.</summary>
    public long ParkedBytes { get; set; }

    /// <summary>What of the files nobody asked for: kept until somebody does, and the first to go; not kept in the row.</summary>
    public UnaskedFiles Unasked { get; set; }

    /// <summary>Records of parcels that are kept; not kept in the row, but in the mark.</summary>
    public long Parcels { get; set; }

    /// <summary>Whether gap rows are open, and since when; not kept in the row.</summary>
    public OpenGaps Gaps { get; set; }

    /// <summary>Readings of the lane that wait.</summary>
    public long Waiting(Lane lane) => Of(lane).Waiting;

    /// <summary>Readings that wait, over all lanes.</summary>
    public long Sum => _alarm.Waiting + _event.Waiting + _telemetry.Waiting;

    /// <summary>The last position that arrived in the lane; nothing of the lane lies behind it.</summary>
    public long Last(Lane lane) => lane == Lane.Media ? MediaPosition : Of(lane).Last;

    /// <summary>Bytes that wait in the lane: of events without what the database adds, or of files.</summary>
    public long Bytes(Lane lane) => lane == Lane.Media ? MediaBytes : Of(lane).Bytes;

    public void Set(Lane lane, long waiting, long bytes = 0) =>
        Of(lane) = new LaneTotal { Waiting = waiting, Bytes = bytes, Last = waiting > 0 ? Position : 0 };

    public void Arrived(Lane lane, long position, long bytes)
    {
        ref LaneTotal total = ref Of(lane);
        total.Waiting++;
        total.Bytes += bytes;
        total.Last = position;
    }

    /// <summary>A parked one waits again, at its old place.</summary>
    public void Returned(Lane lane, long position, long bytes)
    {
        ref LaneTotal total = ref Of(lane);
        total.Waiting++;
        total.Bytes += bytes;
        total.Last = Math.Max(total.Last, position);
        Parked--;
        ParkedBytes -= bytes;
    }

    public void Left(Lane lane, long bytes)
    {
        ref LaneTotal total = ref Of(lane);
        total.Waiting--;
        total.Bytes -= bytes;
    }

    public StoreStatus Report(IReadOnlyList<StoreEpoch> epochs, DateTimeOffset? oldest) => new()
    {
        Epoch = epochs[^1].Epoch,
        Epochs = epochs,
        SeqHead = Seq,
        Waiting = [Waiting(Lane.Alarm), Waiting(Lane.Event), Waiting(Lane.Telemetry)],
        Bytes = [Bytes(Lane.Alarm), Bytes(Lane.Event), Bytes(Lane.Telemetry)],
        Parked = Parked,
        ParkedBytes = ParkedBytes,
        MediaWaiting = Media - Unasked.Files,
        MediaBytes = MediaBytes - Unasked.Bytes,
        MediaKept = Unasked.Files,
        MediaKeptBytes = Unasked.Bytes,
        MediaMissing = MediaMissing,
        Oldest = oldest,
    };

    private ref LaneTotal Of(Lane lane)
    {
        switch (lane)
        {
            case Lane.Alarm: return ref _alarm;
            case Lane.Event: return ref _event;
            case Lane.Telemetry: return ref _telemetry;
            default: throw new ArgumentOutOfRangeException(nameof(lane), lane, "Not a lane of readings.");
        }
    }

    private record struct LaneTotal
    {
        public long Waiting { get; set; }

        public long Bytes { get; set; }

        public long Last { get; set; }
    }
}
