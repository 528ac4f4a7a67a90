using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store;

/// <summary>
/// What is not yet delivered, on disk. One writer commits whatever is waiting, in the order it was handed over;
/// readers see only what is committed and synced. Every implementation passes <c>ReadingStoreContract</c>.
/// </summary>
public interface IReadingStore : IAsyncDisposable
{
    /// <summary>
    /// Gives the reading its number and completes when it and its attachments are committed and synced.
    /// A known native key completes as a duplicate once the first one is safe.
    /// Overlapping calls are numbered in call order. Waits when too much is waiting.
    /// </summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses; nothing of the reading is kept.</exception>
    ValueTask<Appended> AppendAsync(PendingReading reading, CancellationToken ct);

    /// <param name="lane">Alarm, event or telemetry.</param>
    /// <param name="after">Position behind which to start, 0 for the oldest.</param>
    /// <param name="most">How many at the most, from 1.</param>
    /// <returns>Committed readings of the lane that are not forgotten and not parked, by position.</returns>
    IReadOnlyList<StoredReading> Read(Lane lane, long after, int most);

    /// <summary>Completes when a reading of the lane, or for <see cref="Lane.Media"/> a file, was committed behind <paramref name="after"/>.</summary>
    Task WaitAsync(Lane lane, long after, CancellationToken ct);

    /// <summary>Forgets or parks readings. Completes when that is committed; a crash before it repeats their delivery.</summary>
    Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken ct);

    /// <summary>
    /// Gives numbers to readings that never got into the store, so that each number appears once or inside a gap; the gap
    /// is told as a reading soon. Completes when that is committed.
    /// </summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses; report it again.</exception>
    Task ReportLossAsync(Loss loss, CancellationToken ct);

    /// <summary>Counts as of the last commit; cheap.</summary>
    StoreStatus Status();
}
