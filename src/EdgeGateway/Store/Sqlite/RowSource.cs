using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>Rows of <c>reading</c> that fit a condition, with their checksum held against what they say.</summary>
internal sealed class RowSource : IDisposable
{
    private readonly Statement _rows;
    private readonly NameCache _names = new();

    /// <param name="connection">Whose.</param>
    /// <param name="condition">What stands behind WHERE; never from outside.</param>
    public RowSource(StoreConnection connection, string condition) => _rows = connection.Prepare(
        "SELECT position, epoch, seq, lane, device, kind, received, parked, crc, payload FROM reading WHERE " + condition);

    public long Position => _rows.Integer(0);

    public long Lane => _rows.Integer(3);

    public bool Parked => !_rows.IsNull(7);

    /// <summary>True when the row is as it was written.</summary>
    public bool Sound => _rows.Integer(8) == RowChecksum.OfReading(
        Position, _rows.Bytes(1), _rows.Integer(2), Lane, _rows.Bytes(4), _rows.Bytes(5), _rows.Integer(6), _rows.Bytes(9));

    public StoredReading Reading => new(
        Position,
        _names.Of(_rows.Bytes(1)),
        _rows.Integer(2),
        (Lane)Lane,
        _names.Of(_rows.Bytes(4)),
        _names.Of(_rows.Bytes(5)),
        _rows.Bytes(9).ToArray());

    /// <summary>Gives the parameters, from the first, and begins anew.</summary>
    public RowSource Bind(params ReadOnlySpan<long> values)
    {
        _rows.Reset();
        for (int i = 0; i < values.Length; i++)
        {
            _rows.Bind(i + 1, values[i]);
        }

        return this;
    }

    public bool Next() => _rows.Step();

    /// <summary>Lets go of a row before the end.</summary>
    public void Reset() => _rows.Reset();

    public void Dispose() => _rows.Dispose();
}
