using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>Marks now and then which positions have been given at which age of the store.</summary>
internal sealed class AgeMarks(StoreAge age, TimeSpan longest)
{
    /// <summary>A crash forgets so much of the store's age at the most; things are then kept that much longer.</summary>
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(5);

    private double _marked = double.MinValue;
    private double _marking;

    public bool IsDue => age.Hours - Volatile.Read(ref _marked) >= s_every.TotalHours;

    /// <returns>True when it was time for a mark.</returns>
    public bool Write(StoreTables tables, Totals totals)
    {
        _marking = _marked;
        if (IsDue)
        {
            _marking = age.Hours;
            tables.Age.Mark(_marking, totals);
            tables.Age.CutBefore(_marking - longest.TotalHours);
        }

        return _marking > _marked;
    }

    public void Committed() => Volatile.Write(ref _marked, _marking);
}
