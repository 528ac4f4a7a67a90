namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>What stands below <c>/sys/class/power_supply</c>.</summary>
internal sealed class PowerSupplies(string folder)
{
    private const double Micro = 1e6;

    /// <summary>The kernel writes tenths of a degree.</summary>
    private const double Tenth = 10;

    public IReadOnlyList<string> Names() => SysFile.Names(folder);

    public async ValueTask<SupplyReading> ReadAsync(string name, CancellationToken ct)
    {
        string supply = Path.Combine(folder, name);
        var (type, why) = await SysFile.ReadAsync(Path.Combine(supply, "type"), ct).ConfigureAwait(false);
        if (type is null)
        {
            return new SupplyReading { Why = why };
        }

        var online = await NumberAsync("online", 1).ConfigureAwait(false);
        return new SupplyReading
        {
            Type = type,
            Online = online is null ? null : online > 0,
            Status = await TextAsync("status").ConfigureAwait(false),
            ChargePercent = await NumberAsync("capacity", 1).ConfigureAwait(false),
            TimeToEmptyS = await NumberAsync("time_to_empty_now", 1).ConfigureAwait(false),
            VoltageV = await NumberAsync("voltage_now", Micro).ConfigureAwait(false),
            TemperatureC = await NumberAsync("temp", Tenth).ConfigureAwait(false),
            Health = await TextAsync("health").ConfigureAwait(false),
        };

        async ValueTask<string?> TextAsync(string file) => (await SysFile.ReadAsync(Path.Combine(supply, file), ct).ConfigureAwait(false)).Text;

        async ValueTask<double?> NumberAsync(string file, double divisor) => (await SysFile.NumberAsync(Path.Combine(supply, file), divisor, ct).ConfigureAwait(false)).Value;
    }
}
