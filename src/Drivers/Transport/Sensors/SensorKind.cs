namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>What a hardware monitor measures (Linux, Documentation/hwmon/sysfs-interface).</summary>
public enum SensorKind
{
    /// <summary><c>temp</c>, written in thousandths of a degree Celsius, told in degrees.</summary>
    Temperature,

    /// <summary><c>fan</c>, turns a minute.</summary>
    Fan,

    /// <summary><c>in</c>, written in thousandths of a volt, told in volts.</summary>
    Voltage,
}
