namespace EdgeGateway.Drivers.Cabinet;

/// <summary>What a cabinet or its supply can be troubled by.</summary>
internal static class CabinetAlarms
{
    public const string DoorOpen = "door-open";
    public const string Tamper = "tamper";
    public const string MainsLost = "mains-lost";
    public const string TemperatureHigh = "temperature-high";
    public const string FanStopped = "fan-stopped";
    public const string BatteryLow = "battery-low";
    public const string BatteryReplace = "battery-replace";

    /// <summary>It cannot be read, or what is told of it is old.</summary>
    public const string SensorLost = "sensor-lost";

    /// <summary>An alarm of that name began so often within an hour that it stands until it is still.</summary>
    public const string Flapping = "flapping";
}
