using System.Globalization;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Forwarding;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>
/// How far the readings and files of one store have come, for everybody who must agree on it: pumps, receipts, state, manifest.
/// One for a store and a process, made before any device may append: what is in the store by then counts as sent.
/// </summary>
public sealed class Delivery
{
    private static readonly Lane[] s_lanes = [Lane.Alarm, Lane.Event, Lane.Telemetry];

    /// <summary>Holes that one look closes at the most; the next look goes on.</summary>
    private const int MostSteps = 64;

    private const string ReplayedName = "uplink.replayed";

    private readonly IReadingStore _store;
    private readonly IGatewayMemory _memory;

    public Delivery(IReadingStore store, IGatewayMemory memory, ConfirmationMode mode, ConfirmationLimits limits, TimeProvider time, ILogger<Settler> log)
    {
        (_store, _memory, Mode) = (store, memory, mode);
        Handed = new HandedReadings(Believed());
        Media = new AwaitedMedia(limits, time);
        Settler = new Settler(store, mode, Handed, limits, time, log);
    }

    public ConfirmationMode Mode { get; }

    public HandedReadings Handed { get; }

    public Settler Settler { get; }

    /// <summary>Files that a broker took and no receipt has named.</summary>
    public AwaitedMedia Media { get; }

    /// <summary>By lane: alarm, event, telemetry.</summary>
    public IReadOnlyList<LaneProgress> Lanes { get; } = [new(), new(), new()];

    /// <summary>
    /// Last position up to which every reading was taken by a broker or waits no more. A few single-row reads, whatever
    /// the store holds.
    /// </summary>
    /// <param name="status">The store as it was before this look; what came later does not count.</param>
    public long TakenUpTo(StoreStatus status) => Math.Min(HeadOf(status), s_lanes.Min(TakenUpTo));

    /// <summary>Last position up to which no reading waits in any lane.</summary>
    /// <param name="status">As for <see cref="TakenUpTo(StoreStatus)"/>.</param>
    public long NothingWaitsUpTo(StoreStatus status) =>
        Math.Min(HeadOf(status), s_lanes.Min(lane => _store.Read(lane, 0, 1) is [var first] ? first.Position - 1 : long.MaxValue));

    /// <returns>The first position behind this one at which a reading of any lane waits; null when none does.</returns>
    public long? NextWaiting(long after) => s_lanes.Min(lane => _store.Read(lane, after, 1) is [var next] ? next.Position : (long?)null);

    /// <summary>Sends a range of positions once more, as far as a broker had taken it.</summary>
    /// <returns>True when anything of it had been taken.</returns>
    public bool Again(long first, long last) => Lanes.Aggregate(false, (any, lane) => lane.Again(first, last) | any);

    /// <summary>On disk before parked readings wait again, so that a restart in between believes no receipt for them.</summary>
    public Task NoteReplayAsync(CancellationToken ct) =>
        _memory.RememberAsync(ReplayedName, HeadOf(_store.Status()).ToString(CultureInfo.InvariantCulture), ct);

    /// <returns>What earlier processes may have delivered: all of it, or nothing where something that was put back may still wait.</returns>
    private long Believed()
    {
        bool replayed = long.TryParse(_memory.Recall(ReplayedName), NumberStyles.None, CultureInfo.InvariantCulture, out long upTo);
        return replayed && NextWaiting(0) <= upTo ? 0 : HeadOf(_store.Status());
    }

    private static long HeadOf(StoreStatus status) => status.Epochs[^1].Base + status.SeqHead;

    private long TakenUpTo(Lane lane)
    {
        var progress = Lanes[(int)lane];
        long floor = progress.Floor;
        for (int step = 0; step < MostSteps; step++)
        {
            if (_store.Read(lane, floor, 1) is not [var next])
            {
                return long.MaxValue;
            }

            if (!progress.Pass(floor, next.Position))
            {
                return next.Position - 1;
            }

            floor = progress.BehindTaken(floor);
        }

        return floor;
    }
}
