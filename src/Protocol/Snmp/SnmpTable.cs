using System.Text;

namespace EdgeGateway.Protocol.Snmp;

/// <summary>Some columns of a table.</summary>
/// <param name="Rows">In the order of the walk.</param>
/// <param name="IsWhole">False when something was cut off or refused: what is not here may be there all the same.</param>
public sealed record SnmpTable(IReadOnlyList<SnmpRow> Rows, bool IsWhole);

/// <summary>One row.</summary>
/// <param name="Index">What names it, for example <c>1.3</c>: behind the name of each column.</param>
public sealed record SnmpRow(string Index)
{
    private readonly Dictionary<ObjectId, SnmpValue> _cells = [];

    /// <returns>The value, or null where this row has none in that column.</returns>
    public SnmpValue? this[ObjectId column]
    {
        get => _cells.GetValueOrDefault(column);
        set => _cells[column] = value!;
    }

    /// <summary>The last arc of the index; 0 where it is no usual number.</summary>
    public int Last => int.TryParse(Index.AsSpan(Index.LastIndexOf('.') + 1), out int last) ? last : 0;

    /// <summary>The first arc of the index: in tables of printers the device.</summary>
    public string First => Index.Split('.')[0];

    public long? Whole(ObjectId column) => this[column]?.Whole;

    public ulong? Count(ObjectId column) => this[column]?.Count;

    /// <summary>As UTF-8, at most <paramref name="most"/> bytes of it; whoever shows it scrubs it first.</summary>
    public string? Text(ObjectId column, int most = 255) => this[column]?.Octets is { } octets ? Encoding.UTF8.GetString(octets.Span[..Math.Min(octets.Length, most)]) : null;
}
