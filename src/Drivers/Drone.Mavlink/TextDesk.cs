using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Texts, put together and in the name of who said them. By the listener's clock, so that nobody's clock makes a text break off.</summary>
internal sealed class TextDesk(Fleet fleet)
{
    public const string Gaps = "TEXT_GAPS";

    private static readonly DateTimeOffset s_start = DateTimeOffset.UnixEpoch;

    private readonly MavTextJoiner _joiner = new();

    /// <returns>What is whole now.</returns>
    public IEnumerable<(Vehicle Vehicle, VehicleBody Body)> Take(MavFrame frame, TimeSpan at) =>
        Tell(_joiner.Add(frame.System, frame.Component, frame.Read<StatusText>(), s_start + at));

    /// <returns>What will not become whole.</returns>
    public IEnumerable<(Vehicle Vehicle, VehicleBody Body)> Overdue(TimeSpan at) => Tell(_joiner.Overdue(s_start + at));

    private IEnumerable<(Vehicle Vehicle, VehicleBody Body)> Tell(IReadOnlyList<MavText> texts)
    {
        foreach (var text in texts.Where(text => text.Text.Length > 0))
        {
            if (fleet.Find(text.System) is { } vehicle)
            {
                string name = text.Component == vehicle.Component ? vehicle.Name : VehicleNames.Part(vehicle.Name, text.Component);
                var body = MavlinkMapping.Text(name, vehicle.Signals.Heartbeat.Type, text.Severity, text.Text);
                yield return (vehicle, text.Missing > 0 ? body with { Flags = [Gaps] } : body);
            }
        }
    }
}
