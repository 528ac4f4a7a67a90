namespace EdgeGateway.Store.Sqlite;

/// <summary>The table <c>absent</c>: numbers that never travel, exactly, until a manifest has said so.</summary>
internal sealed class AbsentTable(StoreConnection connection)
{
    private readonly Statement _add = connection.Prepare(
        "INSERT INTO absent(epoch, first, last, cause) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(epoch, first) DO UPDATE SET last=max(last, excluded.last)");

    private readonly Statement _before = connection.Prepare(
        "SELECT first, last FROM absent WHERE epoch=?1 AND first <= ?2 ORDER BY first DESC LIMIT 1");

    private readonly Statement _swallow = connection.Prepare(
        "DELETE FROM absent WHERE epoch=?1 AND first > ?2 AND first <= ?3 RETURNING last");

    private readonly Statement _forget = connection.Prepare("DELETE FROM absent WHERE epoch=?1 AND last <= ?2");

    public void Add(string epoch, IntervalSet numbers, string cause)
    {
        foreach ((long first, long last) in numbers.Intervals)
        {
            (long from, long to) = Joined(epoch, first, last);
            _add.Bind(1, epoch).Bind(2, from).Bind(3, to).Bind(4, cause).Run();
        }
    }

    /// <remarks>Neighbours become one row, or a disk that is full for weeks would fill with them.</remarks>
    private (long First, long Last) Joined(string epoch, long first, long last)
    {
        _before.Bind(1, epoch).Bind(2, first);
        if (_before.Step() && _before.Integer(1) >= first - 1)
        {
            (first, last) = (_before.Integer(0), Math.Max(last, _before.Integer(1)));
        }

        _before.Reset();
        _swallow.Bind(1, epoch).Bind(2, first).Bind(3, last + 1);
        while (_swallow.Step())
        {
            last = Math.Max(last, _swallow.Integer(0));
        }

        return (first, last);
    }

    public void Forget(string epoch, long upTo) => _forget.Bind(1, epoch).Bind(2, upTo).Run();
}
