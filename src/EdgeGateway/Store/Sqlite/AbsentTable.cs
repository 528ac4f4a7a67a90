namespace EdgeGateway.Store.Sqlite;

/// <summary>The table <c>absent</c>: numbers that never travel, exactly, until a manifest has said so.</summary>
internal sealed class AbsentTable(StoreConnection connection)
{
    private readonly Statement _add = connection.Prepare(
        "INSERT INTO absent(epoch, first, last, cause) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(epoch, first) DO UPDATE SET last=max(last, excluded.last)");

    private readonly Statement _forget = connection.Prepare("DELETE FROM absent WHERE epoch=?1 AND last <= ?2");

    public void Add(string epoch, IntervalSet numbers, string cause)
    {
        foreach ((long first, long last) in numbers.Intervals)
        {
            _add.Bind(1, epoch).Bind(2, first).Bind(3, last).Bind(4, cause).Run();
        }
    }

    public void Forget(string epoch, long upTo) => _forget.Bind(1, epoch).Bind(2, upTo).Run();
}
