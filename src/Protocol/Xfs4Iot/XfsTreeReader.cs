using System.Globalization;
using System.Text.Json;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Reads a status, or a change of one, down the table; what the table does not have is passed over and counted.</summary>
internal sealed class XfsTreeReader
{
    /// <summary>Names of a vendor's own in one place, such as trays, and items of one list.</summary>
    public const int MostNames = 16;

    private readonly SortedDictionary<string, XfsValue> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _lists = [];
    private readonly XfsPicks _picks;

    private XfsTreeReader(XfsPicks picks) => _picks = picks;

    /// <param name="payload">An object with a member for each interface.</param>
    /// <param name="picks">Counts what was not taken.</param>
    /// <param name="section">For a payload that is itself the content of one interface.</param>
    public static XfsTree Read(JsonElement payload, XfsPicks picks, string? section = null)
    {
        var reader = new XfsTreeReader(picks);
        reader.Members(payload, section, section);
        return new XfsTree(reader._values, reader._lists);
    }

    /// <returns>A tree of one value; empty when there is none.</returns>
    public static XfsTree One(string path, XfsValue? value) =>
        value is { } known ? new XfsTree(new SortedDictionary<string, XfsValue>(StringComparer.OrdinalIgnoreCase) { [path] = known }, []) : XfsTree.Empty;

    private void Members(JsonElement value, string? pattern, string? path)
    {
        int names = 0;
        foreach (var member in value.Members())
        {
            string? below = XfsTable.Below(pattern, member.Name);
            bool isOwn = below?.EndsWith('*') == true;
            string? name = below is null || (isOwn && names >= MostNames) ? null : isOwn ? Own(member.Name) : below[(below.LastIndexOf('.') + 1)..];
            names += isOwn ? 1 : 0;
            if (name is not null)
            {
                Take(member.Value, below!, path is null ? name : $"{path}.{name}");
            }
            else if (below is null)
            {
                _picks.Ignore();
            }
            else
            {
                _picks.Refuse();
            }
        }
    }

    /// <summary>A point in a name would look like a step of a path.</summary>
    private string? Own(string name) => name.Contains('.', StringComparison.Ordinal) ? null : _picks.Name(name);

    private void Take(JsonElement value, string pattern, string path)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            Members(value, pattern, path);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            List(value, pattern, path);
        }
        else if (XfsTable.Row(pattern) is not { } row)
        {
            _picks.RefuseUnlessNull(value);
        }
        else if (Value(value, row) is { } taken)
        {
            _values[path] = taken;
        }
    }

    private XfsValue? Value(JsonElement value, XfsRow row) => row.Role switch
    {
        XfsRole.Number => _picks.Number(value),
        XfsRole.Flag => _picks.Flag(value) is { } flag ? XfsValue.Of(flag) : null,
        _ => _picks.Word(value, row.Words),
    };

    /// <summary>Items are called by their position, or else by their place from 1 on.</summary>
    private void List(JsonElement list, string pattern, string path)
    {
        if (XfsTable.Below(pattern, "*") is not { } below)
        {
            _picks.Refuse();
            return;
        }

        _lists.Add(path + ".");
        int place = 0;
        foreach (var item in list.Items())
        {
            if (++place > MostNames)
            {
                _picks.Refuse();
                break;
            }

            string? position = item.Pick("position") is { ValueKind: JsonValueKind.String } text ? Own(text.GetString()!) : null;
            Members(item, below, $"{path}.{position ?? place.ToString(CultureInfo.InvariantCulture)}");
        }
    }
}
