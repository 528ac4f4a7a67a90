namespace EdgeGateway.Drivers.Cabinet;

/// <summary>Something that may be an alarm.</summary>
/// <param name="Alarm">One of <see cref="CabinetAlarms"/>.</param>
/// <param name="Name">Which door, sensor or supply.</param>
/// <param name="Severity">One of <see cref="CabinetSeverity"/>.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Limit">What it was held against.</param>
/// <param name="Unit"><c>C</c>, <c>rpm</c>, <c>%</c>, <c>V</c>.</param>
internal sealed record CabinetSign(string Alarm, string Name, string Severity, double? Value = null, double? Limit = null, string? Unit = null);
