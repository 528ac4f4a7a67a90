using EdgeGateway.Protocol.Geo;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>
/// Serial numbers that are ours: those that are configured, and the one that each vehicle of our devices tells of itself. What a vehicle told is forgotten
/// with it, and what it tells later replaces it.
/// </summary>
/// <param name="configured">By the settings.</param>
/// <param name="vehicles">Those that are watched.</param>
/// <param name="jumpSpeedMps">Metres a second that nothing here flies.</param>
internal sealed class OwnAircraft(IEnumerable<string> configured, IReadOnlyCollection<VehicleWatch> vehicles, double jumpSpeedMps)
{
    /// <summary>So old a broadcast place may be: our own aircraft must not become a stranger because some of its broadcasts were missed.</summary>
    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(15);

    private readonly HashSet<string> _configured = new(configured, StringComparer.OrdinalIgnoreCase);

    /// <param name="identity">What an aircraft calls itself.</param>
    /// <param name="place">Where it says that it is.</param>
    /// <param name="now">On a clock that nobody can set.</param>
    /// <returns>Null when nobody has said which are ours. Who bears the number of a vehicle that is elsewhere is not that vehicle.</returns>
    public bool? Knows(string identity, GeoPoint? place, TimeSpan now)
    {
        if (_configured.Contains(identity))
        {
            return true;
        }

        bool isAnyKnown = _configured.Count > 0;
        foreach (var watch in vehicles)
        {
            isAnyKnown |= watch.State.Serial is not null;
            if (string.Equals(watch.State.Serial, identity, StringComparison.OrdinalIgnoreCase) && MayBeAt(watch.State.Trail, place, now))
            {
                return true;
            }
        }

        return isAnyKnown ? false : null;
    }

    private bool MayBeAt(Trail trail, GeoPoint? place, TimeSpan now) =>
        place is not { } there || trail.Last is not { } last || FixFilter.IsReachable(last.Value.Place, there, now - trail.LastAt + s_late, jumpSpeedMps);
}
