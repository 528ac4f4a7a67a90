using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>Batteries of an aircraft, in the units of the wire (drone.md section 2.5).</summary>
public sealed record DjiBattery
{
    /// <summary>Stands for <c>no data</c> in fields of batteries (section 2.6).</summary>
    private const double NoData = 32_767;

    /// <summary>Percent, of all together.</summary>
    public double? CapacityPercent { get; init; }

    /// <summary>Seconds.</summary>
    public double? RemainFlightTime { get; init; }

    /// <summary>Percent that the way home takes.</summary>
    public double? ReturnHomePower { get; init; }

    public double? LandingPower { get; init; }

    /// <summary>Millivolts of the first pack.</summary>
    public double? Voltage { get; init; }

    /// <summary>Degrees Celsius of the first pack.</summary>
    public double? Temperature { get; init; }

    public DjiBattery With(JsonElement battery)
    {
        var packs = battery.Member("batteries").Items().ToArray();
        var first = packs.FirstOrDefault(pack => pack.Whole("index") == 0, packs.FirstOrDefault());
        return this with
        {
            CapacityPercent = Known(battery.Number("capacity_percent")) ?? CapacityPercent,
            RemainFlightTime = Known(battery.Number("remain_flight_time")) ?? RemainFlightTime,
            ReturnHomePower = Known(battery.Number("return_home_power")) ?? ReturnHomePower,
            LandingPower = Known(battery.Number("landing_power")) ?? LandingPower,
            Voltage = Known(first.Number("voltage")) ?? Voltage,
            Temperature = Known(first.Number("temperature")) ?? Temperature,
        };
    }

    internal static double? Known(double? value) => value is NoData ? null : value;
}
