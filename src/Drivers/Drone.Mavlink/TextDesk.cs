using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// Texts, put together and in the name of who said them. By the listener's clock, so that nobody's clock makes a text break off. What is urgent and comes before
/// the first heartbeat of its system, as after a restart of ours, is kept for it.
/// </summary>
/// <param name="fleet">Who is there.</param>
/// <param name="patience">How long an urgent text is kept.</param>
internal sealed class TextDesk(Fleet fleet, TimeSpan patience)
{
    private const int MostEarly = 64;
    private const int MostEarlyOfOne = 8;

    private static readonly DateTimeOffset s_start = DateTimeOffset.UnixEpoch;

    private readonly MavTextJoiner _joiner = new();
    private readonly List<(MavText Text, TimeSpan At)> _early = [];
    private int _untold;

    /// <returns>What is whole now.</returns>
    public IEnumerable<(Vehicle Vehicle, VehicleBody Body)> Take(MavFrame frame, TimeSpan at) =>
        [.. Tell(_joiner.Add(frame.System, frame.Component, frame.Read<StatusText>(), s_start + at), at)];

    /// <returns>What will not become whole.</returns>
    public IEnumerable<(Vehicle Vehicle, VehicleBody Body)> Overdue(TimeSpan at)
    {
        _untold += _early.RemoveAll(one => at - one.At > patience);
        return [.. Tell(_joiner.Overdue(s_start + at), at)];
    }

    /// <returns>What a vehicle said before it gave a heartbeat.</returns>
    public IEnumerable<(Vehicle Vehicle, VehicleBody Body)> Of(Vehicle vehicle)
    {
        if (_early.Count == 0)
        {
            return [];
        }

        var kept = _early.Where(one => one.Text.System == vehicle.System).Select(one => (vehicle, Body(vehicle, one.Text))).ToList();
        _early.RemoveAll(one => one.Text.System == vehicle.System);
        return kept;
    }

    /// <returns>How many texts of systems without a heartbeat were not told since the last call.</returns>
    public int TakeUntold()
    {
        int untold = _untold;
        _untold = 0;
        return untold;
    }

    private IEnumerable<(Vehicle Vehicle, VehicleBody Body)> Tell(IReadOnlyList<MavText> texts, TimeSpan at)
    {
        foreach (var text in texts.Where(text => text.Text.Length > 0))
        {
            if (fleet.Find(text.System) is { } vehicle)
            {
                yield return (vehicle, Body(vehicle, text));
            }
            else if (text.Severity <= MavlinkMapping.LastUrgent && _early.Count < MostEarly && _early.Count(one => one.Text.System == text.System) < MostEarlyOfOne)
            {
                _early.Add((text, at));
            }
            else
            {
                _untold++;
            }
        }
    }

    private static VehicleBody Body(Vehicle vehicle, MavText text)
    {
        string name = text.Component == vehicle.Component ? vehicle.Name : VehicleNames.Part(vehicle.Name, text.Component);
        return MavlinkMapping.Text(name, vehicle.Signals.Heartbeat.Type, text);
    }
}
