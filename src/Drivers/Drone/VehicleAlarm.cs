using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Drone;

/// <summary>An alarm that a vehicle tells and that begins and ends.</summary>
/// <param name="Scope">Of what it is one: a complete list of a scope ends what it does not hold.</param>
/// <param name="Key">What makes it the same alarm in the next list of its scope; short, because it is remembered.</param>
/// <param name="Severity">As <see cref="Protocol.Model.Drones.DroneAlarmBody.Severity"/>.</param>
/// <param name="Code">The device's own code.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Vehicle">Whose; null where the device has only one.</param>
/// <param name="VehicleType">What that is; null likewise.</param>
internal sealed record VehicleAlarm(string Scope, string Key, string Severity, string? Code = null, string? Name = null, string? Vehicle = null, string? VehicleType = null) : IAlarmIdentity;
