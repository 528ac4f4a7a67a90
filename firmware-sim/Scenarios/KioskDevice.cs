using System.Net;
using EdgeGateway.Sim.Twins.Kiosk.Application;
using EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A kiosk whose parts speak XFS4IoT.</summary>
public sealed record XfsKioskDevice : ScenarioDevice
{
    public required XfsKioskProfile Profile { get; init; }

    /// <summary>Where its publisher and services are.</summary>
    public required IPEndPoint? Listen { get; init; }
}

/// <summary>The software of a kiosk: it posts, or leaves files.</summary>
public sealed record SoftwareKioskDevice : ScenarioDevice
{
    public required ApplicationKioskProfile Profile { get; init; }

    /// <summary>Where to, with device and token in the path; null leaves files.</summary>
    public Uri? Url { get; init; }

    /// <summary>Where it leaves files; null posts.</summary>
    public string? Folder { get; init; }
}
