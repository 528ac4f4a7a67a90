namespace EdgeGateway.Sim.Cameras;

/// <summary>What the camera claims to be. Addresses are of the documentation range.</summary>
public sealed record CameraIdentity
{
    public string Serial { get; init; } = "DS-SIM-000001";

    public string Mac { get; init; } = "02:00:00:00:00:20";

    public string Ip { get; init; } = "192.0.2.20";

    public string Name { get; init; } = "IP CAPTURE CAMERA";
}
