using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Cameras;

/// <summary>What is wrong with one camera right now.</summary>
/// <param name="profile">Holds its disconnect schedule.</param>
/// <param name="start">True time of the beginning.</param>
public sealed class CameraTrouble(CameraProfile profile, DateTimeOffset start) : DeviceTrouble(profile.UpFor, profile.DownFor, start);
