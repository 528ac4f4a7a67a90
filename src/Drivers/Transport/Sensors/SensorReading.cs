namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>What a hardware monitor told.</summary>
/// <param name="Value">Degrees Celsius, turns a minute or volts; null when there is none.</param>
/// <param name="Why">One of <see cref="SensorTrouble"/> when there is no value.</param>
/// <param name="Critical">The chip's own upper limit, where it tells one.</param>
public readonly record struct SensorReading(double? Value, string? Why = null, double? Critical = null);
