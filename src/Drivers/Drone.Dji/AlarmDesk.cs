using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Alarms of a dock and its aircraft, each told once when it begins and once when it ends. Not for two callers at one time.</summary>
/// <param name="host">Clock and memory.</param>
/// <param name="texts">The operator's texts by lookup key.</param>
internal sealed class AlarmDesk(DeskHost host, IReadOnlyDictionary<string, string> texts)
{
    public const string Hms = "hms";
    public const string Airsense = "airsense";
    public const string EmergencyStop = "emergency-stop";

    private const string Dock = "dock";
    private const string Critical = "critical";
    private const string Major = "major";
    private const string Minor = "minor";

    private readonly VehicleAlarms _alarms = new(host.Time, host.Memory, host.Watch);

    public static VehicleAlarm Of(DjiHmsAlarm alarm, string aircraft, string dock) => new(
        Hms,
        alarm.Key,
        alarm.Level switch { 0 => "notice", 1 => Minor, _ => Major },
        alarm.Code,
        alarm.LookupKey,
        alarm.IsOfDock ? dock : aircraft,
        alarm.IsOfDock ? Dock : DjiMapping.Multirotor);

    public static VehicleAlarm Of(DjiTraffic other, string aircraft) =>
        new(Airsense, other.Icao, other.Level switch { >= 4 => Critical, 3 => Major, _ => Minor }, other.Icao, null, aircraft, DjiMapping.Multirotor);

    public static VehicleAlarm Pressed(string dock) => new(EmergencyStop, dock, Critical, null, null, dock, Dock);

    /// <summary>What stands in a scope.</summary>
    public IEnumerable<VehicleAlarm> Standing(string scope) => _alarms.Of(scope);

    /// <summary>How a scope is now; says only what that changes.</summary>
    /// <param name="scope">For example <see cref="Hms"/>.</param>
    /// <param name="wanted">Alarms that are there.</param>
    /// <param name="isComplete">What is not among them is over.</param>
    /// <param name="told">By which message.</param>
    /// <param name="sink">Where they go.</param>
    /// <param name="ct">Stopping.</param>
    /// <param name="place">Where an alarm is, by its key, as far as this message says.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next call tells it.</exception>
    public Task SetAsync(
        string scope, IReadOnlyList<VehicleAlarm> wanted, bool isComplete, DjiTold told, IReadingSink sink, CancellationToken ct, Func<string, (double Lat, double Lon)?>? place = null) =>
        _alarms.SetAsync(
            scope,
            wanted,
            isComplete,
            FormattableString.Invariant($"{host.Time.GetUtcNow().ToUnixTimeMilliseconds()}"),
            one => Tell(one, told, one.Alarm.Scope == scope ? place?.Invoke(one.Alarm.Key) : null),
            sink,
            ct);

    /// <summary>Tells what was begun to be told. What it is called for the first time with is what an earlier conversation left.</summary>
    public Task FinishAsync(DjiTold told, IReadingSink sink, CancellationToken ct) => _alarms.FinishAsync(one => Tell(one, told, null), sink, ct);

    private Reading Tell(StandingAlarm<VehicleAlarm> one, DjiTold told, (double Lat, double Lon)? place)
    {
        var alarm = one.Alarm;
        bool begins = one.Step != AlarmStep.Ending;
        var body = new DroneAlarmBody
        {
            Vehicle = alarm.Vehicle ?? string.Empty,
            VehicleType = alarm.VehicleType,
            Alarm = alarm.Scope,
            Active = begins,
            Severity = alarm.Severity,
            Code = alarm.Code,
            Text = texts.GetValueOrDefault(alarm.Name ?? string.Empty),
            Name = alarm.Name,
            Position = DjiMapping.Place(place),
            Flags = told.Flags,
            Source = told.Source(one.NativeId, null),
        };
        return told.Reading(begins ? Lane.Alarm : Lane.Event, body) with { RepeatKey = one.RepeatKey };
    }
}
