namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>
/// What the machine itself can tell of the cabinet in which it stands (design section 8). Reading never throws for a sensor
/// that is missing or broken: the answer says why. One caller at a time.
/// </summary>
public interface ICabinetSensors : IDisposable
{
    /// <summary>One measurement of a hardware monitor chip.</summary>
    ValueTask<SensorReading> ReadAsync(SensorAddress address, CancellationToken ct);

    /// <param name="name">As below <c>/sys/class/power_supply</c>, for example <c>AC</c> or <c>BAT0</c>.</param>
    /// <param name="ct">Given up.</param>
    ValueTask<SupplyReading> ReadSupplyAsync(string name, CancellationToken ct);

    /// <summary>A line of a GPIO chip, held from the first reading until the end, or the value in a file.</summary>
    ValueTask<ContactReading> ReadContactAsync(ContactLine line, CancellationToken ct);

    /// <summary>Names of the hardware monitor chips that are there, in the order of their names.</summary>
    IReadOnlyList<string> Chips();

    /// <summary>Names of the power supplies that are there.</summary>
    IReadOnlyList<string> Supplies();
}
