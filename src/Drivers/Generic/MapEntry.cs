using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic;

/// <summary>What one rule made of one entry of a message.</summary>
public sealed record MapEntry
{
    public required MapRule Rule { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<SensorValue> Values { get; init; } = [];

    /// <summary>By the device's clock; null: it said nothing usable.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>What the device's clock said when that cannot be; null else.</summary>
    public DateTimeOffset? WrongTime { get; init; }

    /// <summary>What makes a repeat recognisable, as the device wrote it: it may be a person's number and leaves only as a digest with a key. Null: nothing does.</summary>
    public string? Identity { get; init; }

    /// <summary>Of alarms that begin and end.</summary>
    public bool? Active { get; init; }

    /// <summary>Of alarms.</summary>
    public string Severity { get; init; } = MapSeverity.Major;

    public GeoPosition? Position { get; init; }
}
