namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What has happened already, so that it happens once.</summary>
internal sealed class FlyerHappenings
{
    private readonly HashSet<string> _begun = [];
    private readonly HashSet<string> _levels = [];

    /// <returns>True the first time that the moment is reached.</returns>
    public bool Begins(string what, TimeSpan? at, TimeSpan now) => at is { } moment && now >= moment && _begun.Add(what);

    /// <returns>True whenever it is another than before; it begins as false.</returns>
    public bool Changes(string what, bool value) => value ? _levels.Add(what) : _levels.Remove(what);

    /// <summary>What has happened may happen again; what is so stays so.</summary>
    public void Forget() => _begun.Clear();
}
