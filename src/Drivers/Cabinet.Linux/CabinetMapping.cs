using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>From the words of the kernel to those of the model.</summary>
internal static class CabinetMapping
{
    public const string DriverName = "cabinet";

    public static CabinetStateBody State(CabinetRound round) => new()
    {
        Temperatures = round.Temperatures is { Count: > 0 } temperatures ? [.. temperatures.Select(one => one.Latest)] : null,
        Fans = round.Fans is { Count: > 0 } fans ? [.. fans.Select(one => one.Latest)] : null,
        Contacts = round.Contacts is { Count: > 0 } contacts ? [.. contacts.Select(one => one.Latest)] : null,
        MainsPresent = round.Mains?.Present,
        Supplies = round.Supplies is { Count: > 0 } supplies ? [.. supplies.Select(one => one.Latest)] : null,
    };

    /// <summary>The kernel has no word for a low battery: the charge decides. What it measures as voltage is the battery's, not an output's.</summary>
    public static UpsState Supply(BatterySupply supply, SupplyReading reading) => new(
        supply.Name,
        reading.Status,
        OnBattery: OnBattery(reading),
        LowBattery: OnBattery(reading) is { } alone && reading.ChargePercent is { } charge ? alone && charge <= supply.LowPercent : null,
        ChargePercent: reading.ChargePercent,
        RuntimeS: reading.TimeToEmptyS,
        TemperatureC: reading.TemperatureC,
        ReplaceBattery: reading.Health is { } health ? health is "Dead" or "Unspecified failure" : null);

    private static bool? OnBattery(SupplyReading reading) => reading.Status switch
    {
        "Discharging" => true,
        "Charging" or "Full" or "Not charging" => false,
        _ => null,
    };
}
