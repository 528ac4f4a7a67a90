using EdgeGateway.Protocol.Model;
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

    public IReadOnlyList<StoredReading> Read(Lane lane, long after, int most)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)lane, (int)Lane.Telemetry);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return _lanes[(int)lane].Read(after, most);
    }

    public IReadOnlyList<StoredMedia> Pending(long after, int most) => _media.Pending(after, most);

    public IReadOnlyList<StoredMedia> Wanted(int most) => _media.Wanted(most);

    /// <returns>True when something of the lane lies behind the position.</returns>
    public bool Any(Lane lane, long after) =>
        lane == Lane.Media ? _media.Pending(after, 1).Count > 0 : _lanes[(int)lane].Oldest(after) is not null;

    public DateTimeOffset? Oldest() => _lanes.Min(static lane => lane.Oldest(0));

    public void Dispose()
    {
        Array.ForEach(_lanes, static lane => lane.Dispose());
        _media.Dispose();
    }
}
