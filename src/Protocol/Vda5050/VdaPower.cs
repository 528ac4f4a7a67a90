namespace EdgeGateway.Protocol.Vda5050;

/// <summary><c>batteryState</c> (2.x), <c>powerSupply</c> (3.0).</summary>
/// <param name="Percent">0 to 100; null when absent or outside.</param>
/// <param name="VoltageV">Volts.</param>
/// <param name="CurrentA">Amperes; no version says which direction is positive.</param>
/// <param name="HealthPercent">0 to 100.</param>
/// <param name="Charging">Whether it is being charged.</param>
/// <param name="RangeM">How far it can go.</param>
public sealed record VdaPower(double? Percent, double? VoltageV, double? CurrentA, double? HealthPercent, bool? Charging, double? RangeM);
