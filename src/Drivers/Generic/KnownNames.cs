namespace EdgeGateway.Drivers.Generic;

/// <summary>Names that one device has brought, over all its conversations: what comes beyond the bound is invented. Any thread.</summary>
internal sealed class KnownNames
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <returns>False when it is new and there is no room.</returns>
    public bool Admits(string name, int most)
    {
        lock (_gate)
        {
            return _names.Contains(name) || (_names.Count < most && _names.Add(name));
        }
    }
}
