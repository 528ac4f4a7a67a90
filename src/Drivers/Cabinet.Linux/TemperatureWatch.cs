using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>One temperature and its limit. Between the limit and the hysteresis below it everything stays as it was.</summary>
internal sealed class TemperatureWatch(DriverContext context, CabinetOptions options, TemperatureSensor sensor, ICabinetSensors sensors, AlarmBook book)
{
    private readonly Steady _high = new(context.Time);
    private readonly LostWatch _lost = new(context, book, sensor.Name, options.LostAfter);

    public CabinetTemperature Latest { get; private set; } = new(sensor.Name, null);

    public bool IsLost => _lost.IsLost;

    public async Task TakeAsync(CancellationToken ct)
    {
        var reading = await sensors.ReadAsync(sensor.Address, ct).ConfigureAwait(false);
        Latest = new CabinetTemperature(sensor.Name, reading.Value);
        await _lost.TakeAsync(reading.Value is null ? reading.Why : null, ct).ConfigureAwait(false);
        if ((sensor.HighC ?? reading.Critical) is { } limit)
        {
            bool? high = reading.Value >= limit ? true : reading.Value < limit - sensor.HysteresisC ? false : null;

            // Half a period: the next measurement, which is never quite a period later, decides.
            await book.SetAsync(
                new CabinetSign(CabinetAlarms.TemperatureHigh, sensor.Name, CabinetSeverity.Major, reading.Value, limit, "C"),
                _high.Take(high, options.Measure / 2),
                ct).ConfigureAwait(false);
        }
    }
}
