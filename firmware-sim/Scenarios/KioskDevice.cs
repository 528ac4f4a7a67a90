using System.Net;
using EdgeGateway.Sim.Twins.Kiosk.Application;
using EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Something at a kiosk.</summary>
public abstract record KioskDevice : ScenarioDevice
{
    /// <summary>Name of the machine: devices of the same name, day and count live the same day. Null: the device's id.</summary>
    public string? Machine { get; init; }
}

/// <summary>A kiosk whose parts speak XFS4IoT.</summary>
public sealed record XfsKioskDevice : KioskDevice
{
    public required XfsKioskProfile Profile { get; init; }

    /// <summary>Where its publisher and services are.</summary>
    public required IPEndPoint? Listen { get; init; }
}

/// <summary>The software of a kiosk: it posts, or leaves files.</summary>
public sealed record SoftwareKioskDevice : KioskDevice
{
    public required ApplicationKioskProfile Profile { get; init; }

    /// <summary>Where to, with device and token in the path; null leaves files.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where it leaves files; null posts.</summary>
    public string? Folder { get; init; }
}
