namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>The vehicles of the link. What the site knows always has a place; of the others only so many.</summary>
internal sealed class Fleet(MavlinkFleet options)
{
    /// <summary>A stranger that is away for so long gives its place to a new one.</summary>
    private static readonly TimeSpan s_forget = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly SortedDictionary<byte, Vehicle> _vehicles = [];

    /// <summary>Those of now, in the order of their ids.</summary>
    public IReadOnlyList<Vehicle> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _vehicles.Values];
            }
        }
    }

    public Vehicle? Find(byte system)
    {
        lock (_gate)
        {
            return _vehicles.GetValueOrDefault(system);
        }
    }

    /// <summary>Whether frames of this system are of interest at all.</summary>
    public bool Admits(byte system) => options.Others || Known(system) is not null;

    public MavlinkVehicleOptions? Known(byte system) => options.Vehicles.FirstOrDefault(vehicle => vehicle.System == system);

    /// <summary>The name that the site gives it, else that of its id.</summary>
    public string NameOf(byte system) => Known(system)?.Name ?? VehicleNames.Of(system);

    /// <returns>Null when there is no place.</returns>
    public Vehicle? Add(byte system, byte component, TimeSpan at)
    {
        lock (_gate)
        {
            bool hasPlace = Known(system) is not null || Strangers() < options.Most - options.Vehicles.Count || MakeRoom(at);
            return hasPlace ? _vehicles[system] = new Vehicle(system, component, NameOf(system), Known(system) is not null) : null;
        }
    }

    private int Strangers() => _vehicles.Keys.Count(system => Known(system) is null);

    private bool MakeRoom(TimeSpan at)
    {
        var gone = _vehicles.Values.Where(vehicle => Known(vehicle.System) is null && !vehicle.IsOnline && at - vehicle.Beat > s_forget).MinBy(vehicle => vehicle.Beat);
        return gone is not null && _vehicles.Remove(gone.System);
    }
}
