using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Configuration;

/// <summary>One entry of <c>devices</c>.</summary>
public sealed record DeviceSettings
{
    /// <summary>Fits <c>NameRule</c>; no second device has it.</summary>
    public required string Id { get; init; }

    public required DriverDescriptor Driver { get; init; }

    /// <summary>Default true; false keeps the entry and leaves the device alone.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Where it stands, WGS-84; the site's position when the device has none of its own.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>The zone to assume where the device names none, -14 h to +14 h; default +08:00.</summary>
    public TimeSpan Zone { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Commands that are switched on, out of <see cref="DriverDescriptor.Commands"/>; default none.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>What <see cref="DriverDescriptor.ReadOptions"/> made of the rest of the entry.</summary>
    public required object Options { get; init; }
}
