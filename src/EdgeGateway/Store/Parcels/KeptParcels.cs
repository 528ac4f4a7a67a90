using EdgeGateway.Store.Recovery;
using EdgeGateway.Store.Sqlite;
using EdgeGateway.Store.Writing;
using Microsoft.Data.Sqlite;

namespace EdgeGateway.Store.Parcels;

/// <summary>The parcels of a store. Read at a start and for the few late parts, each time on a connection of its own.</summary>
internal sealed class KeptParcels(Func<Chore, Task> change, Func<StoreConnection> connect, DamageNotice damage) : IParcelRecords
{
    /// <inheritdoc/>
    public IReadOnlyList<ParcelRow> All() => Read(static table => table.All());

    /// <inheritdoc/>
    public ParcelRow? Find(long number) => Read(table => table.Find(number));

    /// <inheritdoc/>
    public Task KeepAsync(ParcelChange parcel) => change(new KeepParcelChore(parcel));

    /// <inheritdoc/>
    public Task ForgetAsync(IReadOnlyList<long> numbers) => change(new ForgetParcelsChore(numbers));

    /// <inheritdoc/>
    public Task GiveUpAsync(long number, Loss loss) => change(new GiveUpChore(number, loss));

    private T Read<T>(Func<ParcelTable, T> read)
    {
        try
        {
            using StoreConnection connection = connect();
            return read(new ParcelTable(connection));
        }
        catch (Exception e) when (DamageNotice.Is(e))
        {
            damage.Declare(e is StoreDamagedException found ? found.Cause : "database", e);
            throw new IOException("the store is damaged and is being started anew", e);
        }
    }

    private sealed class KeepParcelChore(ParcelChange change) : Chore
    {
        public override void Write(StoreTables tables, Totals totals) => tables.Parcels.Apply(change, totals);
    }

    private sealed class GiveUpChore(long number, Loss loss) : Chore
    {
        public override void Write(StoreTables tables, Totals totals)
        {
            tables.Parcels.Delete(number, totals);
            new ReportLossChore(loss).Write(tables, totals);
        }
    }

    private sealed class ForgetParcelsChore(IReadOnlyList<long> numbers) : Chore
    {
        public override void Write(StoreTables tables, Totals totals)
        {
            foreach (long number in numbers)
            {
                tables.Parcels.Delete(number, totals);
            }
        }
    }
}
