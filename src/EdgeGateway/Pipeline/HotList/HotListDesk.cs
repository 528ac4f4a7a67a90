using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Where drivers of libraries hand in what is looked for.</summary>
public sealed class HotListDesk(HotListClerk clerk, NoticeBox notices) : IHotListDesk
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<HotListVerdict>> PutAsync(string origin, IReadOnlyList<HotListEntry> entries, CancellationToken ct) =>
        await clerk.PutAsync(new HotListActor(HotListActor.Put, Issuer: origin), origin, entries, ct).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(string origin, IReadOnlyList<string> ids, CancellationToken ct) =>
        await clerk.RemoveAsync(new HotListActor(HotListActor.Remove, Issuer: origin), origin, ids, null, ct).ConfigureAwait(false);

    /// <inheritdoc/>
    public IAsyncEnumerable<HotListNotice> NoticesAsync(string origin, CancellationToken ct) => notices.NoticesAsync(origin, ct);

    /// <inheritdoc/>
    public ValueTask AnsweredAsync(HotListNotice notice, CancellationToken ct) => new(notices.AnsweredAsync(notice.Key).WaitAsync(ct));
}
