using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>
/// Stands at the gateway's end of a link and notes what got through: each new state with the first frame that brought it, and the alarms that follow from what
/// arrived. What was lost on the way promises nothing. It works the rules of the site out by itself.
/// </summary>
/// <param name="plan">Of the link; without <see cref="FlyerProfile.Site"/> nothing is noted.</param>
/// <param name="ledger">Where it notes.</param>
public sealed class FlyerWitness(FlyerPlan plan, ITruthLedger ledger)
{
    private const byte Autopilot = FlyerVoice.AutopilotComponent;

    private readonly MavStreamReader _reader = new();
    private readonly Dictionary<byte, WitnessedVehicle> _vehicles = [];
    private readonly GeoPoint _home = new(plan.Profile.Lat, plan.Profile.Lon);
    private WitnessedAircraft? _aircraft;

    /// <summary>A frame arrived at the gateway's port.</summary>
    public void Saw(ReadOnlySpan<byte> bytes, DateTimeOffset now)
    {
        if (plan.Profile.Site is not { } site)
        {
            return;
        }

        _reader.AddDatagram(bytes);
        while (_reader.TryRead(out MavItem item))
        {
            if (item is { Fault: null, Frame.Definition: not null })
            {
                Saw(item.Frame, site, now);
            }
        }
    }

    /// <summary>Time has passed.</summary>
    public void Tick(DateTimeOffset now)
    {
        foreach (WitnessedVehicle vehicle in _vehicles.Values)
        {
            vehicle.Tick(now);
        }

        _aircraft?.Tick(now);
    }

    private void Saw(MavFrame frame, SiteRules site, DateTimeOffset now)
    {
        if (frame.MessageId is OpenDroneIdBasicId.MsgId or OpenDroneIdLocation.MsgId && plan.Profile.Overheard is { } overheard)
        {
            _aircraft ??= new WitnessedAircraft(overheard.Id, _home, site, new FlyerNotes(plan.Device, ledger));
            _aircraft.Saw(frame, now);
        }
        else if (frame.Component == Autopilot)
        {
            Vehicle(frame.System, site).Saw(frame, now);
        }
    }

    private WitnessedVehicle Vehicle(byte system, SiteRules site)
    {
        if (!_vehicles.TryGetValue(system, out WitnessedVehicle? vehicle))
        {
            string name = plan.Profile.NameOf(system - plan.Profile.System);
            _vehicles[system] = vehicle = new WitnessedVehicle(name, _home, site, new FlyerNotes(plan.Device, ledger));
        }

        return vehicle;
    }
}
