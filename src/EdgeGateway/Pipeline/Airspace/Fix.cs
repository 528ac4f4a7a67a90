using EdgeGateway.Protocol.Geo;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>Where something was.</summary>
/// <param name="Place">On the earth.</param>
/// <param name="HeightM">Metres above the take-off point, when it said so.</param>
internal readonly record struct Fix(GeoPoint Place, double? HeightM);
