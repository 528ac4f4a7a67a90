namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>Which measurement. The numbers of chips change with every start of the machine, so they are found by name.</summary>
/// <param name="Chip">Its name, for example <c>lm75</c>; of several with one name <c>lm75@0-0048</c>, with the name of the device behind it.</param>
/// <param name="Sensor">Its label, for example <c>Package id 0</c>, or its file without <c>_input</c>, for example <c>temp1</c>.</param>
/// <param name="Kind">Of what.</param>
public sealed record SensorAddress(string Chip, string Sensor, SensorKind Kind);
