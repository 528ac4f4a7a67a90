namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Storage units of a service by their ids (kiosk.md section 2.2); at most <see cref="Most"/>.</summary>
public sealed record XfsStorage(IReadOnlyDictionary<string, XfsUnit> Units)
{
    public const int Most = 64;

    public static readonly XfsStorage Empty = new(new Dictionary<string, XfsUnit>());

    /// <summary>What a change does not say stays.</summary>
    public XfsStorage With(XfsStorage change)
    {
        var merged = new SortedDictionary<string, XfsUnit>(StringComparer.Ordinal);
        foreach (var (id, unit) in Units)
        {
            merged[id] = unit;
        }

        foreach (var (id, unit) in change.Units)
        {
            if (merged.TryGetValue(id, out var before))
            {
                merged[id] = before.With(unit);
            }
            else if (merged.Count < Most)
            {
                merged[id] = unit;
            }
        }

        return new XfsStorage(merged);
    }
}
