namespace EdgeGateway.Pipeline.Airspace;

/// <summary>Serial numbers that are ours: those that are configured, and those that vehicles of our devices tell of themselves.</summary>
internal sealed class OwnAircraft(IEnumerable<string> configured)
{
    /// <summary>Serial numbers that are learned; more are no fleet of a site.</summary>
    private const int MostTold = 1024;

    private readonly HashSet<string> _configured = new(configured, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _told = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A vehicle of ours has told its number.</summary>
    public void Learn(string? serial)
    {
        if (serial is { Length: > 0 } && _told.Count < MostTold)
        {
            _told.Add(serial);
        }
    }

    /// <returns>Null when nobody has said which are ours.</returns>
    public bool? Knows(string identity) => _configured.Count + _told.Count == 0 ? null : _configured.Contains(identity) || _told.Contains(identity);
}
