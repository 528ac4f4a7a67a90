using System.Globalization;

namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>The chips below <c>/sys/class/hwmon</c>. They are looked for anew whenever one is not where it was.</summary>
internal sealed class HardwareMonitor(string folder)
{
    private readonly Dictionary<SensorAddress, string> _found = [];

    public IReadOnlyList<string> Chips() => [.. SysFile.Names(folder).Select(name => NameOf(Path.Combine(folder, name))).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public async ValueTask<SensorReading> ReadAsync(SensorAddress address, CancellationToken ct)
    {
        if (_found.TryGetValue(address, out string? known) && await StillAsync(known, address, ct).ConfigureAwait(false))
        {
            return await ReadAsync(known, address.Kind, ct).ConfigureAwait(false);
        }

        var (sensor, why) = await FindAsync(address, ct).ConfigureAwait(false);
        if (sensor is null)
        {
            _found.Remove(address);
            return new SensorReading(null, why);
        }

        _found[address] = sensor;
        return await ReadAsync(sensor, address.Kind, ct).ConfigureAwait(false);
    }

    private static async ValueTask<SensorReading> ReadAsync(string sensor, SensorKind kind, CancellationToken ct)
    {
        double divisor = kind == SensorKind.Fan ? 1 : 1000;
        if ((await SysFile.ReadAsync(sensor + "_fault", ct).ConfigureAwait(false)).Text == "1")
        {
            return new SensorReading(null, SensorTrouble.Broken);
        }

        var (value, why) = await SysFile.NumberAsync(sensor + "_input", divisor, ct).ConfigureAwait(false);
        var (critical, _) = await SysFile.NumberAsync(sensor + "_crit", divisor, ct).ConfigureAwait(false);
        return new SensorReading(value, why, critical);
    }

    /// <summary>Whether the chip behind a path is still the one that was meant: numbers are given anew when one is plugged in or out.</summary>
    private static async ValueTask<bool> StillAsync(string sensor, SensorAddress address, CancellationToken ct)
    {
        string chip = Path.GetDirectoryName(sensor)!;
        return Matches(chip, address.Chip) && (Path.GetFileName(sensor) == address.Sensor || await LabelAsync(sensor, ct).ConfigureAwait(false) == address.Sensor);
    }

    private async ValueTask<(string? Sensor, string? Why)> FindAsync(SensorAddress address, CancellationToken ct)
    {
        string[] chips = [.. SysFile.Names(folder).Select(name => Path.Combine(folder, name)).Where(chip => Matches(chip, address.Chip))];
        if (chips.Length != 1)
        {
            return (null, chips.Length == 0 ? SensorTrouble.Missing : SensorTrouble.Ambiguous);
        }

        string prefix = address.Kind switch { SensorKind.Temperature => "temp", SensorKind.Fan => "fan", _ => "in" };
        foreach (string sensor in SysFile.Names(chips[0]).Where(name => IsInput(name, prefix)).Select(name => Path.Combine(chips[0], name[..^"_input".Length])))
        {
            if (Path.GetFileName(sensor) == address.Sensor || await LabelAsync(sensor, ct).ConfigureAwait(false) == address.Sensor)
            {
                return (sensor, null);
            }
        }

        return (null, SensorTrouble.Missing);
    }

    private static bool IsInput(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith("_input", StringComparison.Ordinal) &&
        int.TryParse(name.AsSpan(prefix.Length, name.Length - prefix.Length - "_input".Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static async ValueTask<string?> LabelAsync(string sensor, CancellationToken ct) => (await SysFile.ReadAsync(sensor + "_label", ct).ConfigureAwait(false)).Text;

    private static bool Matches(string chip, string wanted)
    {
        string[] parts = wanted.Split('@', 2);
        return NameOf(chip) == parts[0] && (parts.Length == 1 || DeviceOf(chip) == parts[1]);
    }

    private static string? NameOf(string chip)
    {
        try
        {
            return File.ReadAllText(Path.Combine(chip, "name")).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? DeviceOf(string chip)
    {
        try
        {
            return new FileInfo(Path.Combine(chip, "device")).LinkTarget is { } target ? Path.GetFileName(target) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
