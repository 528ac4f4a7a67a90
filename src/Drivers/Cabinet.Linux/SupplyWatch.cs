using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>One battery that the kernel knows.</summary>
internal sealed class SupplyWatch(DriverContext context, CabinetOptions options, BatterySupply supply, ICabinetSensors sensors, AlarmBook book)
{
    private readonly LostWatch _lost = new(context, book, supply.Name, options.LostAfter);

    public UpsState Latest { get; private set; } = new(supply.Name);

    public bool IsLost => _lost.IsLost;

    public async Task TakeAsync(CancellationToken ct)
    {
        var reading = await sensors.ReadSupplyAsync(supply.Supply, ct).ConfigureAwait(false);
        Latest = CabinetMapping.Supply(supply, reading);
        await _lost.TakeAsync(reading.Why, ct).ConfigureAwait(false);
        await book.SetAsync(
            new CabinetSign(CabinetAlarms.BatteryLow, supply.Name, CabinetSeverity.Critical, Latest.ChargePercent, supply.LowPercent, "%"), Latest.LowBattery, ct).ConfigureAwait(false);
        await book.SetAsync(new CabinetSign(CabinetAlarms.BatteryReplace, supply.Name, CabinetSeverity.Minor), Latest.ReplaceBattery, ct).ConfigureAwait(false);
    }
}
