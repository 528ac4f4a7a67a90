using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>An alarm that begins and ends.</summary>
/// <param name="Scope">Of what it is one, as <see cref="DroneAlarmBody.Alarm"/>: a complete list of a scope ends what it does not hold.</param>
/// <param name="Key">What makes it the same alarm in the next list of its scope.</param>
/// <param name="Severity">As <see cref="DroneAlarmBody.Severity"/>.</param>
/// <param name="Vehicle">Whose.</param>
/// <param name="VehicleType">What that is.</param>
/// <param name="Code">The device's own code.</param>
/// <param name="Name">Under what its text is found.</param>
internal sealed record VehicleAlarm(string Scope, string Key, string Severity, string Vehicle, string VehicleType, string? Code = null, string? Name = null)
{
    public const string Hms = "hms";
    public const string Airsense = "airsense";
    public const string EmergencyStop = "emergency-stop";

    private const string Dock = "dock";
    private const string Critical = "critical";
    private const string Major = "major";
    private const string Minor = "minor";

    /// <summary>Where the other aircraft is; not remembered.</summary>
    public (double Lat, double Lon)? Place { get; init; }

    public static VehicleAlarm Of(DjiHmsAlarm alarm, string aircraft, string dock) => new(
        Hms,
        alarm.Key,
        alarm.Level switch { 0 => "notice", 1 => Minor, _ => Major },
        alarm.IsOfDock ? dock : aircraft,
        alarm.IsOfDock ? Dock : DjiMapping.Multirotor,
        alarm.Code,
        alarm.LookupKey);

    public static VehicleAlarm Of(DjiTraffic other, string aircraft) =>
        new(Airsense, other.Icao, other.Level switch { >= 4 => Critical, 3 => Major, _ => Minor }, aircraft, DjiMapping.Multirotor, other.Icao) { Place = other.Place };

    public static VehicleAlarm Pressed(string dock) => new(EmergencyStop, dock, Critical, dock, Dock);

    public bool IsSame(VehicleAlarm other) => Scope == other.Scope && Key == other.Key && Severity == other.Severity;

    public DroneAlarmBody Body(bool active, string native, DjiTold told, string? text) => new()
    {
        Vehicle = Vehicle,
        VehicleType = VehicleType,
        Alarm = Scope,
        Active = active,
        Severity = Severity,
        Code = Code,
        Text = text,
        Name = Name,
        Position = DjiMapping.Place(Place),
        Flags = told.Flags,
        Source = told.Source(native, null),
    };
}
