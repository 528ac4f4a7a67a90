using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>What gets one status.</summary>
/// <param name="Id">As the camera wrote it; null when it wrote none.</param>
/// <param name="Vehicles">What has to be safe before it is told 0.</param>
/// <param name="Verdict">The status where nothing is to be stored, else null.</param>
internal sealed record ViidParcel(string? Id, IReadOnlyList<ViidValue> Vehicles, int? Verdict);
