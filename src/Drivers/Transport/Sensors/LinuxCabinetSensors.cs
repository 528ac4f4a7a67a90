namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>Hardware monitors, power supplies and contacts as Linux shows them.</summary>
/// <param name="root">Folder in which <c>sys</c> and <c>dev</c> stand; <c>/</c> but for a tree that a test or a simulator keeps.</param>
public sealed class LinuxCabinetSensors(string root) : ICabinetSensors
{
    private readonly HardwareMonitor _monitor = new(Path.Combine(root, "sys/class/hwmon"));
    private readonly PowerSupplies _supplies = new(Path.Combine(root, "sys/class/power_supply"));
    private readonly Dictionary<ContactLine, GpioLine> _lines = [];

    public ValueTask<SensorReading> ReadAsync(SensorAddress address, CancellationToken ct) => _monitor.ReadAsync(address, ct);

    public ValueTask<SupplyReading> ReadSupplyAsync(string name, CancellationToken ct) => _supplies.ReadAsync(name, ct);

    public ValueTask<ContactReading> ReadContactAsync(ContactLine line, CancellationToken ct) =>
        line.File is { } file ? ReadFileAsync(file, line.ActiveLow, ct) : ValueTask.FromResult(ReadLine(line));

    public IReadOnlyList<string> Chips() => _monitor.Chips();

    public IReadOnlyList<string> Supplies() => _supplies.Names();

    public void Dispose()
    {
        foreach (var line in _lines.Values)
        {
            line.Dispose();
        }

        _lines.Clear();
    }

    private async ValueTask<ContactReading> ReadFileAsync(string file, bool activeLow, CancellationToken ct)
    {
        var (text, why) = await SysFile.ReadAsync(Path.Combine(root, file.TrimStart('/')), ct).ConfigureAwait(false);
        return text switch
        {
            "0" => new ContactReading(activeLow),
            "1" => new ContactReading(!activeLow),
            _ => new ContactReading(null, why ?? SensorTrouble.NotANumber),
        };
    }

    private ContactReading ReadLine(ContactLine contact)
    {
        if (!_lines.TryGetValue(contact, out var line))
        {
            (line, string? why) = GpioLine.Open(Path.Combine(root, "dev", contact.Chip!), contact);
            if (line is null)
            {
                return new ContactReading(null, why);
            }

            _lines[contact] = line;
        }

        if (line.Read() is { } active)
        {
            return new ContactReading(active);
        }

        // Asked for anew next time: a chip that was unplugged comes back under the same name and other descriptors.
        _lines.Remove(contact);
        line.Dispose();
        return new ContactReading(null, SensorTrouble.Broken);
    }
}
