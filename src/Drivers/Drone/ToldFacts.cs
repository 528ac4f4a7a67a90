namespace EdgeGateway.Drivers.Drone;

/// <summary>What was last told of a vehicle's state, so that only a change is news. What is not known is no change.</summary>
internal sealed class ToldFacts
{
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    public bool IsAnything => _told.Count > 0;

    /// <returns>Names of what differs from what was told.</returns>
    public IReadOnlyList<string> Changes(params IEnumerable<(string Name, string? Value)> now) =>
        [.. now.Where(fact => fact.Value is not null && _told.GetValueOrDefault(fact.Name) != fact.Value).Select(fact => fact.Name)];

    public void Remember(params IEnumerable<(string Name, string? Value)> now)
    {
        foreach (var (name, value) in now.Where(fact => fact.Value is not null))
        {
            _told[name] = value!;
        }
    }
}
