namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What a vehicle's own troubles are as alarms.</summary>
internal static class TroubleAlarms
{
    public const string Sensor = "sensor";
    public const string Battery = "battery";

    /// <param name="system">System id of the vehicle.</param>
    /// <param name="name">Of the sensor.</param>
    /// <param name="vehicle">Name of the vehicle.</param>
    /// <param name="type">What that is; null when it is not known.</param>
    public static VehicleAlarm OfSensor(byte system, string name, string vehicle, string? type) =>
        new(MavlinkMapping.Scope(Sensor, system), name, SensorWords.Severity(name), null, name, vehicle, type);

    /// <param name="system">System id of the vehicle.</param>
    /// <param name="id">Of the battery.</param>
    /// <param name="charge">How it is: the same battery is another alarm when it is worse.</param>
    /// <param name="vehicle">Name of the vehicle.</param>
    /// <param name="type">What that is; null when it is not known.</param>
    public static VehicleAlarm OfBattery(byte system, string id, string charge, string vehicle, string? type) =>
        new(MavlinkMapping.Scope(Battery, system), $"{id}/{charge}", charge is "critical" or "emergency" ? VehicleWords.Critical : VehicleWords.Major, charge, id, vehicle, type);
}
