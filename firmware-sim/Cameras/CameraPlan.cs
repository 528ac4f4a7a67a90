namespace EdgeGateway.Sim.Cameras;

/// <summary>What one camera does in one run.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Profile">How it speaks.</param>
/// <param name="Start">True time of the beginning.</param>
/// <param name="End">No vehicle passes from here on.</param>
/// <param name="Count">Most passages.</param>
public sealed record CameraPlan(string Device, CameraProfile Profile, DateTimeOffset Start, DateTimeOffset End, long Count);
