namespace EdgeGateway.Drivers.Transport.Sensors;

/// <param name="Active">Null when it could not be read.</param>
/// <param name="Why">One of <see cref="SensorTrouble"/> then.</param>
public readonly record struct ContactReading(bool? Active, string? Why = null);
