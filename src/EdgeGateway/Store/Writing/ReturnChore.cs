using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Writing;

/// <summary>Puts parked readings back into their lanes.</summary>
internal sealed class ReturnChore(ParkedFilter filter, long after, int most) : Chore
{
    /// <summary>Complete once <see cref="Chore.Done"/> is.</summary>
    public IReadOnlyList<ReturnedReading> Returned { get; private set; } = [];

    public override void Write(StoreTables tables, Totals totals) => Returned = tables.Readings.Return(filter, after, most, totals);
}
