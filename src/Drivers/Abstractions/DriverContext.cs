using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Drivers.Transport;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>What the host gives a driver to work with.</summary>
public sealed record DriverContext
{
    /// <summary>Device id from the configuration.</summary>
    public required string Device { get; init; }

    /// <summary>The only clock a driver may read.</summary>
    public required TimeProvider Time { get; init; }

    public required ILogger Log { get; init; }

    public required IDeviceWatch Watch { get; init; }

    public required DeviceTransports Transports { get; init; }

    /// <summary>The zone to assume where the device names none; default +08:00.</summary>
    public TimeSpan Zone { get; init; } = TimeSpan.FromHours(8);

    /// <summary>For drivers of libraries that say which plates are looked for; null where nothing is matched, as in decoding.</summary>
    public IHotListDesk? HotList { get; init; }

    /// <summary>Who watches vehicles for the site; null where nobody does, as in decoding.</summary>
    public IAirspace? Airspace { get; init; }

    /// <summary>What the driver wants to know again after a restart; null where nothing is kept, as in decoding.</summary>
    public IDeviceMemory? Memory { get; init; }

    /// <summary>What the devices of this host hold together; a shelf of its own where there is no host, as in decoding.</summary>
    public SharedShelf Shared { get; init; } = new();
}
