namespace EdgeGateway.Store.Sqlite;

/// <summary>The table <c>age</c>: which positions had been given when the store had run for so many hours.</summary>
internal sealed class AgeTable(StoreConnection connection)
{
    private readonly Statement _last = connection.Prepare("SELECT max(hours) FROM age");
    private readonly Statement _mark = connection.Prepare("INSERT OR REPLACE INTO age(hours, position, media_position) VALUES(?1, ?2, ?3)");
    private readonly Statement _at = connection.Prepare(
        "SELECT position, media_position FROM age WHERE hours <= ?1 ORDER BY hours DESC LIMIT 1");

    private readonly Statement _cut = connection.Prepare(
        "DELETE FROM age WHERE hours < (SELECT max(hours) FROM age WHERE hours <= ?1)");

    /// <summary>Hours that the store had run when it was last marked; 0 in a new one.</summary>
    public double Last()
    {
        _last.Step();
        double hours = _last.Real(0);
        _last.Reset();
        return hours;
    }

    public void Mark(double hours, Totals totals) => _mark.Bind(1, hours).Bind(2, totals.Position).Bind(3, totals.MediaPosition).Run();

    /// <returns>The last positions that had been given for certain after so many hours; 0 when none had.</returns>
    public (long Reading, long Media) GivenAt(double hours)
    {
        (long, long) given = _at.Bind(1, hours).Step() ? (_at.Integer(0), _at.Integer(1)) : (0, 0);
        _at.Reset();
        return given;
    }

    /// <summary>Forgets marks that nobody asks for any more; the last one before <paramref name="hours"/> stays.</summary>
    public void CutBefore(double hours) => _cut.Bind(1, hours).Run();
}
