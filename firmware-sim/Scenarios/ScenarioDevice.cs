using System.Net;
using EdgeGateway.Sim.Twins.PlateCamera.Dahua;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>One device of a scenario.</summary>
public sealed record ScenarioDevice
{
    /// <summary>As in the gateway's configuration.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the driver it is made for.</summary>
    public required string Driver { get; init; }

    public required DeviceMode Mode { get; init; }

    public required CameraProfile Profile { get; init; }

    /// <summary>What only a Dahua camera lets vary.</summary>
    public DahuaProfile Dahua { get; init; } = new();

    /// <summary>Passages a second, above 0.</summary>
    public required double Rate { get; init; }

    /// <summary>Most passages.</summary>
    public required long Count { get; init; }

    /// <summary>Push: where to, with device and token in the path.</summary>
    public Uri? Url { get; init; }

    /// <summary>Pull: where it listens.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>Pull: who may look.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";
}
