namespace EdgeGateway.Sim.Radio;

/// <summary>Where the radios walk.</summary>
/// <param name="Lat">Centre, degrees, WGS-84.</param>
/// <param name="Lon">Centre, degrees.</param>
/// <param name="RadiusM">Nobody walks farther from the centre.</param>
public sealed record RadioSite(double Lat = 23.1291, double Lon = 113.2644, double RadiusM = 400);
