using EdgeGateway.Store.Recovery;
using Microsoft.Data.Sqlite;

namespace EdgeGateway.Store.Sqlite;

/// <summary>Reads <c>absent</c> on its own connection.</summary>
internal sealed class AbsentReader(StoreConnection connection, DamageNotice damage) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Statement _rows = connection.Prepare("SELECT first, last FROM absent WHERE epoch=?1 AND first <= ?3 AND last >= ?2 ORDER BY first");

    /// <exception cref="IOException">The table is damaged; that is declared.</exception>
    public IReadOnlyList<(long First, long Last)> Read(string epoch, long first, long last)
    {
        lock (_gate)
        {
            var ranges = new List<(long, long)>();
            try
            {
                _rows.Bind(1, epoch).Bind(2, first).Bind(3, last);
                while (_rows.Step())
                {
                    ranges.Add((_rows.Integer(0), _rows.Integer(1)));
                }

                return ranges;
            }
            catch (SqliteException e) when (DamageNotice.Is(e))
            {
                damage.Declare("database", e);
                throw new IOException("the store is damaged and is being started anew", e);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            connection.Dispose();
        }
    }
}
