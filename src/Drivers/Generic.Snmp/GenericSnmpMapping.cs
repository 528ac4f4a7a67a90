using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>From what an agent told to readings; of printers see <see cref="PrinterHealth"/> and <see cref="PrinterSupplies"/>.</summary>
internal static class GenericSnmpMapping
{
    public const string DriverName = "generic-snmp";

    /// <summary>Agents tell no time of day: everything is of the moment of its answer.</summary>
    public static Reading ToReading(DriverContext context, Lane lane, SensorBody body, string? repeatKey = null)
    {
        var now = context.Time.GetUtcNow();
        return new Reading
        {
            Device = context.Device,
            Driver = DriverName,
            Lane = lane,
            Time = now,
            TimeFrom = TimeOrigin.Gateway,
            Received = now,
            Body = body,
            RepeatKey = repeatKey,
        };
    }

    /// <summary>Rounded to six digits behind the point, as no sensor is better.</summary>
    public static SensorValue Number(string name, double value, string? unit) => new(name, Number: Math.Round(value, 6), Unit: unit);
}
