using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Alarms of one vehicle that begin and end: sensors that are not well, batteries that are low (drone.md section 4).</summary>
internal sealed class TroubleDesk(Vehicle vehicle, MavlinkTeller teller)
{
    public const string Sensor = "sensor";
    public const string Battery = "battery";

    private const byte Charging = 7;
    private const byte Low = 2;

    /// <summary>A contact that chatters is told so often, and its last state in the end.</summary>
    private readonly EventBudget _budget = new(32, 0.5);

    public Task TakeAsync(SysStatus status, CancellationToken ct)
    {
        var now = SensorWords.Unhealthy(status).Where(SensorWords.IsAlarm).ToDictionary(name => name, SensorWords.Severity, StringComparer.Ordinal);
        return CompareAsync(Sensor, teller.Standing.Standing(vehicle.System, Sensor), now, (name, severity) => new Trouble(name, severity, null), ct);
    }

    public Task TakeAsync(BatteryStatus battery, CancellationToken ct)
    {
        // 0 is undefined, and what a shorter frame of an older version says: it ends nothing.
        if (battery.ChargeState == 0)
        {
            return Task.CompletedTask;
        }

        string name = VehicleWords.Raw(battery.Id);
        var standing = teller.Standing.Standing(vehicle.System, Battery).Where(one => one.Key == name).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        var now = battery.ChargeState is >= Low and not Charging
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [name] = VehicleWords.Charge(battery.ChargeState)! }
            : [];
        return CompareAsync(Battery, standing, now, (_, charge) => new Trouble(name, charge is "critical" or "emergency" ? VehicleWords.Critical : VehicleWords.Major, charge), ct);
    }

    private async Task CompareAsync(
        string sort, IReadOnlyDictionary<string, string> standing, Dictionary<string, string> now, Func<string, string, Trouble> of, CancellationToken ct)
    {
        bool isTold = false;
        foreach (var (name, code) in standing.Where(one => now.GetValueOrDefault(one.Key) != one.Value && _budget.Take(teller.Now)))
        {
            teller.Standing.End(vehicle.System, sort, name);
            await teller.TellAsync(Lane.Event, Alarm(sort, of(name, code), false), ct).ConfigureAwait(false);
            isTold = true;
        }

        foreach (var (name, code) in now)
        {
            // One that is worse now has ended as what it was, unless that could not be told.
            bool isNew = !teller.Standing.Standing(vehicle.System, sort).ContainsKey(name);
            if (isNew && _budget.Take(teller.Now) && teller.Standing.Begin(vehicle.System, sort, name, code))
            {
                await teller.TellAsync(Lane.Alarm, Alarm(sort, of(name, code), true), ct).ConfigureAwait(false);
                isTold = true;
            }
        }

        if (isTold)
        {
            await teller.RememberTroublesAsync(ct).ConfigureAwait(false);
        }
    }

    private DroneAlarmBody Alarm(string sort, Trouble trouble, bool isActive) => new()
    {
        Vehicle = vehicle.Name,
        VehicleType = VehicleWords.Type(vehicle.Signals.Heartbeat.Type),
        Position = MavPlaces.Of(vehicle.Signals).Position,
        Alarm = sort,
        Active = isActive,
        Severity = trouble.Severity,
        Code = trouble.Code,
        Name = trouble.Name,
    };

    private readonly record struct Trouble(string Name, string Severity, string? Code);
}
