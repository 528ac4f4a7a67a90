using System.Net;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Twins.PlateCamera.Dahua;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A camera, or a library that stands for cameras.</summary>
public sealed record CameraDevice : ScenarioDevice
{
    public required DeviceMode Mode { get; init; }

    /// <summary>How a Hikvision camera speaks; for every other device its pace: heartbeats, and when its link is down.</summary>
    public required CameraProfile Profile { get; init; }

    /// <summary>How a GA/T 1400 device speaks; null for any other.</summary>
    public ViidProfile? Viid { get; init; }

    /// <summary>What only a Dahua camera lets vary.</summary>
    public DahuaProfile Dahua { get; init; } = new();

    /// <summary>
    /// Name of the road it looks at: devices with the same name and rate see the same vehicles at the same moments, each
    /// with its own pictures and in its own words. Null for a road of its own.
    /// </summary>
    public string? Traffic { get; init; }

    /// <summary>Passages a second, above 0.</summary>
    public required double Rate { get; init; }

    /// <summary>Push: where to, with device and token in the path; GA/T 1400: the gateway's inbox without a path.</summary>
    public Uri? Url { get; init; }

    /// <summary>Pull, and a library: where it listens.</summary>
    public IPEndPoint? Listen { get; init; }

    /// <summary>Pull: who may look. GA/T 1400: the login at the gateway, and at a library for the gateway.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";
}
