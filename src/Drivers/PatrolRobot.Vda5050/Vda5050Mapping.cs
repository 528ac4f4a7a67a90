using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Drivers.Drone;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>From VDA 5050 to readings (drone.md sections 3 and 4).</summary>
internal sealed class Vda5050Mapping(string device, Vda5050Options options)
{
    public const string DriverName = "robot-vda5050";

    /// <summary>Scope of errors that are alarms; the word of their readings.</summary>
    public const string ErrorScope = "error";

    /// <summary>Scope of errors of level WARNING, which are messages.</summary>
    public const string WarningScope = "warning";

    /// <summary>Scope and word of the emergency stop.</summary>
    public const string EmergencyStopScope = "emergency-stop";

    private const string Critical = "critical";
    private const string Major = "major";
    private const string NoStop = "NONE";

    /// <summary>Stopped by its own bumper or scanner, and goes on by itself.</summary>
    private const string StopsItself = "AUTOACK";

    private const int LongestName = 64;

    /// <summary>Syslog's number for a warning.</summary>
    private const int WarningSeverity = 4;

    public Reading State(RobotKnown known, RobotMoment moment, IReadOnlyList<string>? changed) => moment.Reading(device, DriverName, changed is null ? Lane.Telemetry : Lane.Event, new RobotStateBody
    {
        Vehicle = options.Name,
        VehicleType = options.VehicleType,
        Model = known.Series,
        Online = known.Online,
        Connection = known.Connection,
        X = known.Place?.X,
        Y = known.Place?.Y,
        Map = known.Place?.Map,
        Localised = known.Place?.Localised,
        HeadingDeg = Heading(known.Place),
        SpeedMps = known.SpeedMps is { } speed ? Math.Round(speed, 3) : null,
        Driving = known.Driving,
        Paused = known.Paused,
        Mode = known.Mode,
        EmergencyStop = known.EmergencyStop,
        FieldViolation = known.FieldViolation,
        Battery = known.Power is { Percent: not null } or { VoltageV: not null } ? new VehicleBattery(known.Power.Percent, known.Power.VoltageV) : null,
        Charging = known.Power?.Charging,
        Mission = Mission(known),
        LastNode = known.LastNode,
        Changed = changed,
        Position = Position(known.Place),
        Flags = moment.Flags,
    });

    /// <summary>What makes a state news; measured values are not among it.</summary>
    public static IEnumerable<(string Name, string? Value)> Facts(RobotKnown known) =>
    [
        ("online", Word(known.Online)),
        ("connection", known.Connection),
        ("model", known.Series),
        ("map", known.Place?.Map),
        ("localised", Word(known.Place?.Localised)),
        ("driving", Word(known.Driving)),
        ("paused", Word(known.Paused)),
        ("mode", known.Mode),
        ("emergencyStop", known.EmergencyStop),
        ("fieldViolation", Word(known.FieldViolation)),
        ("charging", Word(known.Power?.Charging)),
        ("mission", known.OrderId is null ? null : $"{known.OrderId}/{Mission(known)?.State}"),
        ("lastNode", known.LastNode is null ? null : FormattableString.Invariant($"{known.LastNode}/{known.LastNodeSequence}")),
    ];

    /// <param name="said">Of one message alone: an old place with the time of now would be a new one.</param>
    /// <param name="received">When it came.</param>
    /// <param name="topic">The evidence.</param>
    public VehicleFacts ToAirspace(RobotKnown said, DateTimeOffset received, string topic) => new(new VehicleOrigin(device, DriverName), options.Name, received, topic)
    {
        IsConfigured = true,
        Online = said.Online,
        Position = Position(said.Place),
        SpeedMps = said.SpeedMps,
        BatteryPercent = said.Power?.Percent,
    };

    /// <returns>Those of a level that somebody must look at; a level that is not known is one.</returns>
    public static IReadOnlyList<VehicleAlarm> Alarms(IEnumerable<VdaError> errors) =>
        [.. errors.Where(error => error.Level != VdaError.Warning).Select(error => Alarm(ErrorScope, error, error.Level is "CRITICAL" or "FATAL" ? Critical : Major))];

    public static IReadOnlyList<VehicleAlarm> Warnings(IEnumerable<VdaError> errors) =>
        [.. errors.Where(error => error.Level == VdaError.Warning).Select(error => Alarm(WarningScope, error, "notice"))];

    /// <returns>One alarm or none.</returns>
    public static IReadOnlyList<VehicleAlarm> EmergencyStop(string word) => word switch
    {
        NoStop => [],
        StopsItself => [new VehicleAlarm(EmergencyStopScope, "robot", Major, word)],
        _ => [new VehicleAlarm(EmergencyStopScope, "robot", Critical, Short(word))],
    };

    /// <param name="one">What begins or ends.</param>
    /// <param name="moment">By which message.</param>
    /// <param name="errors">Of that message, for the text.</param>
    /// <returns>Null for a warning that is over: nobody waits for that.</returns>
    public Reading? Tell(StandingAlarm<VehicleAlarm> one, RobotMoment moment, IReadOnlyList<VdaError> errors)
    {
        bool ends = one.Step == AlarmStep.Ending;
        string? text = errors.FirstOrDefault(error => KeyOf(error) == one.Alarm.Key)?.Description;
        return one.Alarm.Scope != WarningScope ? moment.Reading(device, DriverName, ends ? Lane.Event : Lane.Alarm, Body(one.Alarm, ends, text, moment), one)
            : ends ? null
            : moment.Reading(device, DriverName, Lane.Event, Message(one.Alarm, text, moment), one);
    }

    private DroneAlarmBody Body(VehicleAlarm alarm, bool ends, string? text, RobotMoment moment) => new()
    {
        Vehicle = options.Name,
        VehicleType = options.VehicleType,
        Alarm = alarm.Scope,
        Active = !ends,
        Severity = alarm.Severity,
        Code = alarm.Code,
        Name = alarm.Name,
        Text = text,
        Position = Position(moment.Place),
        Flags = moment.Flags,
    };

    private DroneMessageBody Message(VehicleAlarm warning, string? text, RobotMoment moment) => new()
    {
        Vehicle = options.Name,
        VehicleType = options.VehicleType,
        Severity = WarningSeverity,
        Text = text is null ? warning.Name! : $"{warning.Name}: {text}",
        Position = Position(moment.Place),
        Flags = moment.Flags,
    };

    private static VehicleAlarm Alarm(string scope, VdaError error, string severity) => new(scope, KeyOf(error), severity, Short(error.Level), Short(error.Type));

    /// <summary>Type and references may be long; what is remembered of every alarm must not be.</summary>
    private static string KeyOf(VdaError error) =>
        error.Key.Length <= LongestName ? error.Key.Replace('\n', ' ') : $"{Short(error.Type)} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(error.Key)).AsSpan(0, 6))}";

    private static string Short(string text) => text.Length <= LongestName ? text : text[..LongestName];

    private static VehicleMission? Mission(RobotKnown known)
    {
        if (known.OrderId is null or "")
        {
            return null;
        }

        string? state = known.Ahead is not { } ahead ? null : ahead == 0 && !known.HasOpenActions ? "idle" : known.Paused == true ? "paused" : "active";
        return new VehicleMission(known.OrderId, (int?)Math.Min(known.LastNodeSequence ?? 0, int.MaxValue), State: state);
    }

    /// <summary>A robot that does not know where it is, or is on a map that nobody has laid on the earth, is nowhere.</summary>
    private GeoPosition? Position(VdaPlace? place) =>
        place is { Localised: not false, Map: { } map } && options.Maps.TryGetValue(map, out var local) ? local.ToEarth(place.X, place.Y).ToPosition("device") : null;

    private double? Heading(VdaPlace? place) =>
        place is { Theta: { } theta, Map: { } map } && options.Maps.TryGetValue(map, out var local) ? Math.Round(local.HeadingDeg(theta), 1) % 360 : null;

    private static string? Word(bool? flag) => flag switch { true => "true", false => "false", _ => null };
}
