namespace EdgeGateway.Protocol.Vda5050;

/// <summary>Where a robot is on a map of its own: <c>agvPosition</c> (2.x), <c>mobileRobotPosition</c> (3.0).</summary>
/// <param name="X">Metres.</param>
/// <param name="Y">Metres.</param>
/// <param name="Theta">Radians counter-clockwise from the map's x axis; null when absent.</param>
/// <param name="Map">Its <c>mapId</c>; null when absent.</param>
/// <param name="Localised"><c>positionInitialized</c> or <c>localized</c>; null when absent.</param>
/// <param name="Score">0 to 1, how sure it is.</param>
/// <param name="DeviationM">How far it may be off.</param>
public sealed record VdaPlace(double X, double Y, double? Theta, string? Map, bool? Localised, double? Score, double? DeviationM);
