using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>One fan and the speed that it must have.</summary>
internal sealed class FanWatch(DriverContext context, CabinetOptions options, FanSensor sensor, ICabinetSensors sensors, AlarmBook book)
{
    private readonly Steady _stopped = new(context.Time);
    private readonly LostWatch _lost = new(context, book, sensor.Name, options.LostAfter);

    public CabinetFan Latest { get; private set; } = new(sensor.Name, null);

    public bool IsLost => _lost.IsLost;

    public async Task TakeAsync(CancellationToken ct)
    {
        var reading = await sensors.ReadAsync(sensor.Address, ct).ConfigureAwait(false);
        bool possible = reading.Value is >= 0 and <= int.MaxValue;
        Latest = new CabinetFan(sensor.Name, possible ? (int)reading.Value!.Value : null);
        await _lost.TakeAsync(possible ? null : reading.Why ?? SensorTrouble.NotANumber, ct).ConfigureAwait(false);
        await book.SetAsync(
            new CabinetSign(CabinetAlarms.FanStopped, sensor.Name, CabinetSeverity.Major, Latest.Rpm, sensor.LeastRpm, "rpm"),
            _stopped.Take(possible ? Latest.Rpm < sensor.LeastRpm : null, options.Measure / 2),
            ct).ConfigureAwait(false);
    }
}
