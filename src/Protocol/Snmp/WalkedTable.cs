namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// What a walk has brought so far. It always ends: every answer brings each column that was asked forward or closes it, and
/// rows and bytes are counted.
/// </summary>
/// <param name="columns">Without index.</param>
/// <param name="limits">How far.</param>
/// <param name="isBulk">Whether an answer may hold several rows.</param>
public sealed class WalkedTable(IReadOnlyList<ObjectId> columns, WalkLimits limits, bool isBulk)
{
    private const string Refused = "column-refused";
    private const string NotGrowing = "objects-do-not-grow";
    private const string OtherObjects = "answer-to-other-objects";

    /// <summary>Columns of one question: with their names they fit into the 484 bytes that every agent must take.</summary>
    private const int MostColumns = 8;

    /// <summary>Values wanted in one answer of version 2c.</summary>
    private const int MostValues = 64;

    private readonly List<WalkedColumn> _columns = [.. columns.Select(one => new WalkedColumn(one))];
    private readonly OrderedDictionary<string, SnmpRow> _rows = [];
    private readonly HashSet<string> _faults = [];
    private int _width = MostColumns;
    private int _mostRows = isBulk ? MostValues : 1;
    private int _bytes;
    private bool _isWhole = true;

    /// <summary>What went wrong, each word once.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public SnmpTable Table => new([.. _rows.Values], _isWhole);

    /// <summary>Columns of the next question, none at the end.</summary>
    public IReadOnlyList<WalkedColumn> Next() => [.. _columns.Where(one => one.IsOpen).Take(_width)];

    /// <summary>How many rows to ask of that many columns.</summary>
    public int RowsOf(int asked) => Math.Clamp(MostValues / asked, 1, _mostRows);

    public void Take(IReadOnlyList<WalkedColumn> asked, SnmpMessage answer)
    {
        if (answer.ErrorStatus != SnmpError.None)
        {
            TakeObjection(asked, answer);
        }
        else if (answer.Values.Count < asked.Count)
        {
            Close(asked, OtherObjects);
        }
        else
        {
            for (int i = 0; i < answer.Values.Count; i++)
            {
                TakeValue(asked[i % asked.Count], answer.Values[i]);
            }
        }
    }

    /// <summary>Ends the walk where it is.</summary>
    public void Cut(string why) => Close(_columns, why);

    private void TakeObjection(IReadOnlyList<WalkedColumn> asked, SnmpMessage answer)
    {
        bool named = answer.ErrorIndex >= 1 && answer.ErrorIndex <= asked.Count && answer.ErrorStatus != SnmpError.TooBig;
        if (named && answer.ErrorStatus == SnmpError.NoSuchName)
        {
            // Version 1 says so at the end of everything that it has.
            asked[answer.ErrorIndex - 1].IsOpen = false;
        }
        else if (!named && RowsOf(asked.Count) > 1 && answer.ErrorStatus == SnmpError.TooBig)
        {
            _mostRows = RowsOf(asked.Count) / 2;
        }
        else if (!named && asked.Count > 1)
        {
            _width = asked.Count / 2;
        }
        else
        {
            Close([asked[named ? answer.ErrorIndex - 1 : 0]], Refused);
        }
    }

    private void TakeValue(WalkedColumn column, VarBind value)
    {
        if (!column.IsOpen)
        {
            return;
        }

        if (value.Value.IsAbsent || value.Name.Below(column.Root) is not { } index)
        {
            column.IsOpen = false;
        }
        else if (!value.Name.IsBehind(column.At))
        {
            Close([column], NotGrowing);
        }
        else
        {
            column.At = value.Name;
            Keep(column.Root, index, value.Value);
        }
    }

    private void Keep(ObjectId column, string index, SnmpValue value)
    {
        _bytes += value.Content.Length;
        if (_bytes > limits.Bytes)
        {
            Cut("too-many-bytes");
        }
        else if (_rows.TryGetValue(index, out var row))
        {
            row[column] = value;
        }
        else if (_rows.Count < limits.Rows)
        {
            _rows.Add(index, new SnmpRow(index) { [column] = value });
        }
        else
        {
            Cut("too-many-rows");
        }
    }

    private void Close(IEnumerable<WalkedColumn> closed, string why)
    {
        _isWhole = false;
        _faults.Add(why);
        foreach (var column in closed)
        {
            column.IsOpen = false;
        }
    }
}
