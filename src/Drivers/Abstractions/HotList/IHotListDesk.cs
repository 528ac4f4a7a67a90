using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Drivers.Abstractions.HotList;

/// <summary>Where a driver whose device is a library hands in what is looked for, and hears of what was found.</summary>
public interface IHotListDesk
{
    /// <summary>Adds entries, or replaces those with the same id. Completes when they are on disk and matched against.</summary>
    /// <param name="origin">Device id of the library; ids of entries are its own.</param>
    /// <param name="entries">As the library sent them.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>One verdict an entry, in their order; what is refused changes nothing.</returns>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing is changed.</exception>
    ValueTask<IReadOnlyList<HotListVerdict>> PutAsync(string origin, IReadOnlyList<HotListEntry> entries, CancellationToken ct);

    /// <summary>Withdraws entries by id; one that is not there counts as withdrawn.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing is changed.</exception>
    ValueTask RemoveAsync(string origin, IReadOnlyList<string> ids, CancellationToken ct);

    /// <summary>
    /// Every hit on entries of this origin that has a <see cref="HotListEntry.NotifyAt"/> and was not answered yet, oldest
    /// first, those of earlier runs of the gateway included; then waits for more until cancelled.
    /// </summary>
    IAsyncEnumerable<HotListNotice> NoticesAsync(string origin, CancellationToken ct);

    /// <summary>The library has taken the notice; it is not given out again. Completes when that is on disk.</summary>
    ValueTask AnsweredAsync(HotListNotice notice, CancellationToken ct);
}
