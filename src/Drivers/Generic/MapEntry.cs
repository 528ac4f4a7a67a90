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

    /// <summary>A digest, without a key, of what makes a repeat recognisable: who tries all numbers of a short kind finds what it was made of. Null: nothing does.</summary>
    public string? NativeId { get; init; }

    /// <summary>Of alarms that begin and end.</summary>
    public bool? Active { get; init; }

    /// <summary>Of alarms.</summary>
    public string Severity { get; init; } = MapSeverity.Major;

    public GeoPosition? Position { get; init; }
}
