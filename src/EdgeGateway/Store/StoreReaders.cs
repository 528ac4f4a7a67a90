using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store;

/// <summary>The reading side: a connection for each lane, so that alarms never stand behind a backlog.</summary>
internal sealed class StoreReaders(Func<StoreConnection> connect, DamageNotice damage) : IDisposable
{
    private readonly LaneReader[] _lanes =
    [
        new(connect(), Lane.Alarm, damage),
        new(connect(), Lane.Event, damage),
        new(connect(), Lane.Telemetry, damage),
    ];

    private readonly MediaReader _media = new(connect(), damage);
    private readonly AbsentReader _absent = new(connect(), damage);

    public IReadOnlyList<StoredReading> Read(Lane lane, long after, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Of(lane).Read(after, most);
    }

    public bool ReadInto(Lane lane, long after, long upTo, PayloadTaker take) => Of(lane).ReadInto(after, upTo, take);

    public long? PositionBehind(Lane lane, long after, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Of(lane).PositionBehind(after, count);
    }

    public IReadOnlyList<StoredMedia> Pending(long after, int most) => _media.Pending(after, most);

    public IReadOnlyList<StoredMedia> Wanted(int most) => _media.Wanted(most);

    public StoredMedia? Find(string sha256) => Spool.IsHash(sha256) ? _media.Find(sha256) : null;

    public IReadOnlyList<(long First, long Last)> Absent(string epoch, long first, long last) => _absent.Read(epoch, first, last);

    /// <returns>True when something of the lane lies behind the position.</returns>
    public bool Any(Lane lane, long after) =>
        lane == Lane.Media ? _media.Pending(after, 1).Count > 0 : _lanes[(int)lane].Oldest(after) is not null;

    public DateTimeOffset? Oldest() => _lanes.Min(static lane => lane.Oldest(0));

    public void Dispose()
    {
        Array.ForEach(_lanes, static lane => lane.Dispose());
        _media.Dispose();
        _absent.Dispose();
    }

    private LaneReader Of(Lane lane)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)lane, (int)Lane.Telemetry);
        return _lanes[(int)lane];
    }
}
