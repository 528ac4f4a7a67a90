using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Generic;

/// <summary>An alarm of a map that begins and ends.</summary>
/// <param name="Scope">Which rule, and of which thing.</param>
/// <param name="Key">What makes it the same alarm in the next message.</param>
/// <param name="Severity">As in the map.</param>
/// <param name="Code">The alarm's name in the map.</param>
/// <param name="Name">Which thing said it; null where the device has only one.</param>
/// <param name="Type">What sort of thing that is, from the map.</param>
internal sealed record SensorAlarm(string Scope, string Key, string Severity, string Code, string? Name, string Type) : IAlarmIdentity;
