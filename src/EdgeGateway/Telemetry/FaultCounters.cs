using System.Collections.Concurrent;

namespace EdgeGateway.Telemetry;

/// <summary>Counts what was survived and belongs to no device, by area and reason; bounded, because strangers can knock.</summary>
public sealed class FaultCounters
{
    private const int Most = 1024;

    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <returns>The count including this one; past the bound everything new counts as <c>other</c>.</returns>
    public long Count(string area, string reason)
    {
        string key = $"{area}/{reason}";
        return _counts.AddOrUpdate(_counts.Count >= Most && !_counts.ContainsKey(key) ? "other" : key, 1, (_, before) => before + 1);
    }

    public IReadOnlyDictionary<string, long> All() => new SortedDictionary<string, long>(_counts, StringComparer.Ordinal);
}
