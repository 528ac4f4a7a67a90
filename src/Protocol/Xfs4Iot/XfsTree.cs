namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>
/// Status of a service: values by path, such as <c>printer.paper.upper</c>; only what the tables of kiosk.md section 2 name. A status change is such a tree with
/// what changed, to be laid over the one before: what is absent did not change.
/// </summary>
public sealed class XfsTree
{
    public static readonly XfsTree Empty = new(new SortedDictionary<string, XfsValue>(StringComparer.OrdinalIgnoreCase), []);

    private readonly SortedDictionary<string, XfsValue> _values;
    private readonly IReadOnlyList<string> _lists;

    /// <param name="values">Kept.</param>
    /// <param name="lists">Beginnings of paths below which everything was told: a list replaces the one before.</param>
    internal XfsTree(SortedDictionary<string, XfsValue> values, IReadOnlyList<string> lists) => (_values, _lists) = (values, lists);

    /// <summary>In the order of their paths.</summary>
    public IReadOnlyDictionary<string, XfsValue> Values => _values;

    public bool IsEmpty => _values.Count == 0;

    public XfsValue? this[string path] => _values.TryGetValue(path, out var value) ? value : null;

    public bool Is(string path, string word) => _values.TryGetValue(path, out var value) && value.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <returns>True for any value of an interface, such as <c>cardReader</c>.</returns>
    public bool Has(string section) => _values.Keys.Any(path => path.StartsWith(section + ".", StringComparison.OrdinalIgnoreCase));

    /// <summary>A new tree; this one stays as it is.</summary>
    /// <param name="change">What of it is at most <see cref="XfsReader.MostValues"/> paths together with this one is kept.</param>
    public XfsTree With(XfsTree change)
    {
        var merged = new SortedDictionary<string, XfsValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, value) in _values)
        {
            if (!change._lists.Any(list => path.StartsWith(list, StringComparison.OrdinalIgnoreCase)))
            {
                merged[path] = value;
            }
        }

        foreach (var (path, value) in change._values)
        {
            if (merged.Count < XfsReader.MostPaths || merged.ContainsKey(path))
            {
                merged[path] = value;
            }
        }

        return new XfsTree(merged, [.. _lists.Union(change._lists, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <param name="name">A path behind its interface, such as <c>positions.inDefault.shutter</c>.</param>
    /// <returns>True when it is of an item that is not in its list.</returns>
    internal bool IsItemGone(string name) => _lists.Any(list =>
    {
        string start = list[(list.IndexOf('.', StringComparison.Ordinal) + 1)..];
        int end = name.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? name.IndexOf('.', start.Length) : -1;
        string item = end < 0 ? string.Empty : list + name[start.Length..(end + 1)];
        return end > 0 && !_values.Keys.Any(path => path.StartsWith(item, StringComparison.OrdinalIgnoreCase));
    });

    /// <returns>Paths whose value is another, is new, or is gone, in their order.</returns>
    public IReadOnlyList<string> ChangesTo(XfsTree newer) =>
        [.. _values.Keys.Union(newer._values.Keys, StringComparer.OrdinalIgnoreCase).Where(path => this[path] != newer[path]).Order(StringComparer.OrdinalIgnoreCase)];
}
