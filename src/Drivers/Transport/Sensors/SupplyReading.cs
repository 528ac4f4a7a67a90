namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>What the kernel knows of a power supply (Linux, Documentation/ABI/testing/sysfs-class-power); null is what it does not tell.</summary>
public sealed record SupplyReading
{
    /// <summary>One of <see cref="SensorTrouble"/> when nothing could be read.</summary>
    public string? Why { get; init; }

    /// <summary><c>Mains</c>, <c>Battery</c>, <c>UPS</c>, <c>USB</c>.</summary>
    public string? Type { get; init; }

    public bool? Online { get; init; }

    /// <summary><c>Charging</c>, <c>Discharging</c>, <c>Not charging</c>, <c>Full</c>, <c>Unknown</c>.</summary>
    public string? Status { get; init; }

    /// <summary>0 to 100.</summary>
    public double? ChargePercent { get; init; }

    /// <summary>Seconds that the battery still lasts.</summary>
    public double? TimeToEmptyS { get; init; }

    public double? VoltageV { get; init; }

    public double? TemperatureC { get; init; }

    /// <summary><c>Good</c>, <c>Dead</c>, <c>Overheat</c> and others.</summary>
    public string? Health { get; init; }
}
