using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Store.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

/// <summary>The real store, which takes nothing while it is told so, or is slow.</summary>
internal sealed class RefusableStore(SqliteReadingStore store) : IReadingStore, IParcelRecords
{
    public bool Refuses { get; set; }

    /// <summary>Readings wait for it before they go on; null lets them through.</summary>
    public TaskCompletionSource? Held { get; set; }

    public async ValueTask<Appended> AppendAsync(PendingReading reading, CancellationToken ct)
    {
        await (Held?.Task ?? Task.CompletedTask);
        return Refuses ? throw new StoreRefusedException("full") : await store.AppendAsync(reading, ct);
    }

    public IReadOnlyList<StoredReading> Read(Lane lane, long after, int most) => store.Read(lane, after, most);

    public Task WaitAsync(Lane lane, long after, CancellationToken ct) => store.WaitAsync(lane, after, ct);

    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken ct) => store.SettleAsync(settlements, ct);

    public Task ReportLossAsync(Loss loss, CancellationToken ct) => store.ReportLossAsync(loss, ct);

    public StoreStatus Status() => store.Status();

    public IReadOnlyList<ParcelRow> All() => store.Parcels.All();

    public ParcelRow? Find(long number) => store.Parcels.Find(number);

    public Task KeepAsync(ParcelChange change) => Refuses ? Task.FromException(new StoreRefusedException("full")) : store.Parcels.KeepAsync(change);

    public Task ForgetAsync(IReadOnlyList<long> numbers) => store.Parcels.ForgetAsync(numbers);

    public Task GiveUpAsync(long number, Loss loss) => store.Parcels.GiveUpAsync(number, loss);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
