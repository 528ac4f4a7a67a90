using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What of a vehicle's state is news. Measured values are none: they travel with the next state.</summary>
internal static class StateChanges
{
    /// <summary>Metres; a home that is estimated anew is no other home.</summary>
    private const double HomeM = 3;

    /// <returns>Names of what differs; the first state is all news.</returns>
    public static IReadOnlyList<string> Between(DroneStateBody? told, DroneStateBody now)
    {
        var changed = new List<string>();
        void Note(string name, bool differs)
        {
            if (differs)
            {
                changed.Add(name);
            }
        }

        Note("online", told?.Online != now.Online);
        Note("armed", told?.Armed != now.Armed);
        Note("landed", told?.Landed != now.Landed);
        Note("mode", told?.ModeRaw != now.ModeRaw || told?.Mode != now.Mode);
        Note("system", told?.System != now.System);
        Note("unhealthy", !(told?.Unhealthy ?? []).SequenceEqual(now.Unhealthy ?? []));
        Note("charge", told?.Battery?.Charge != now.Battery?.Charge);
        Note("mission", Plan(told?.Mission) != Plan(now.Mission));
        Note("home", Moved(told?.Home, now.Home));
        Note("firmware", told?.Firmware != now.Firmware);
        return changed;
    }

    private static VehicleMission Plan(VehicleMission? mission) => mission ?? new VehicleMission();

    private static bool Moved(GeoPosition? told, GeoPosition? now) =>
        told is null ? now is not null : now is not null && MavPlaces.HomeDistanceM(told, now) > HomeM;
}
