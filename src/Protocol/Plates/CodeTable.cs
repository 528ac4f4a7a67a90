using System.Collections.Frozen;
using System.Globalization;

namespace EdgeGateway.Protocol.Plates;

/// <summary>
/// One code system against the VIID numbers that this product speaks, read in both directions (plate-camera.md section 2.8).
/// A word that is not in the table has no meaning: the reading gets the flag <c>ENUM_UNKNOWN</c> and keeps the raw value.
/// </summary>
public sealed class CodeTable
{
    private readonly FrozenDictionary<string, int> _read;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _spans;
    private readonly FrozenDictionary<int, string> _write;

    private CodeTable(IReadOnlyList<(string Word, int Viid)> rows)
    {
        _read = rows.ToFrozenDictionary(row => row.Word, row => row.Viid, StringComparer.OrdinalIgnoreCase);
        _spans = _read.GetAlternateLookup<ReadOnlySpan<char>>();
        _write = rows.DistinctBy(row => row.Viid).ToFrozenDictionary(row => row.Viid, row => row.Word);
    }

    /// <summary>Words of the system, compared without regard to case.</summary>
    public IEnumerable<string> Words => _read.Keys;

    /// <param name="rows">Of several words for one VIID number the first is the one that is written.</param>
    public static CodeTable Of(params IReadOnlyList<(string Word, int Viid)> rows) => new(rows);

    /// <param name="word">As on the wire; blanks around it do not count.</param>
    /// <returns>The VIID number; null when the word is not listed (<c>ENUM_UNKNOWN</c>).</returns>
    public int? Read(ReadOnlySpan<char> word) => _spans.TryGetValue(word.Trim(), out int viid) ? viid : null;

    /// <param name="code">As on the wire, where the system has numbers.</param>
    /// <returns>The VIID number; null when the code is not listed (<c>ENUM_UNKNOWN</c>).</returns>
    public int? Read(int code) => Read(code.ToString(CultureInfo.InvariantCulture));

    /// <param name="viid">A VIID number.</param>
    /// <returns>The word or number of this system; null when it has none.</returns>
    public string? Write(int viid) => _write.GetValueOrDefault(viid);
}
