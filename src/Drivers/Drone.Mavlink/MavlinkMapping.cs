using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>From messages to readings (drone.md section 4). No clock: vehicles tell time since start, so everything is of the moment of its receipt.</summary>
internal static class MavlinkMapping
{
    public const string DriverName = "drone-mavlink";

    /// <summary>Pieces of the text are missing.</summary>
    public const string TextGaps = "TEXT_GAPS";

    /// <summary>Severity of a text up to which it is an alarm.</summary>
    public const byte LastUrgent = 4;

    public static Reading Reading(string device, Lane lane, DateTimeOffset received, ReadingBody body) => new()
    {
        Device = device,
        Driver = DriverName,
        Lane = lane,
        Time = received,
        TimeFrom = TimeOrigin.Gateway,
        Received = received,
        Body = body,
    };

    public static DronePositionBody Position(string vehicle, VehicleSignals signals)
    {
        var place = MavPlaces.Of(signals);
        var (gps, position, attitude) = (signals.Gps, signals.Position, signals.Attitude);
        return new DronePositionBody
        {
            Vehicle = vehicle,
            VehicleType = VehicleWords.Type(signals.Heartbeat.Type),
            Position = place.Position,
            Flags = place.Flag is { } flag ? [flag] : null,
            AltitudeMslM = position is { } at ? at.Alt / 1000.0 : gps is { FixType: >= 3 } fix ? fix.Alt / 1000.0 : null,
            AltitudeRelativeM = position?.RelativeAlt / 1000.0,
            AltitudeEllipsoidM = gps is { AltEllipsoid: not 0 } told ? told.AltEllipsoid / 1000.0 : null,
            SpeedMps = Speed(signals),
            ClimbMps = position is { } moving ? -moving.Vz / 100.0 : Rounded(signals.Hud?.Climb),
            HeadingDeg = position is { Hdg: < 36_000 } nose ? nose.Hdg / 100.0 : null,
            CourseDeg = gps is { Cog: < 36_000 } track ? track.Cog / 100.0 : null,
            RollDeg = Degrees(attitude?.Roll),
            PitchDeg = Degrees(attitude?.Pitch),
            Fix = gps is { } receiver ? VehicleWords.Fix(receiver.FixType) : null,
            Satellites = gps is { SatellitesVisible: < 255 } sky ? sky.SatellitesVisible : null,
            Hdop = gps is { Eph: < ushort.MaxValue } dilution ? dilution.Eph / 100.0 : null,
            ErrorM = gps is { HAcc: > 0 } error ? error.HAcc / 1000.0 : null,
            HomeDistanceM = MavPlaces.HomeDistanceM(place.Position, MavPlaces.Home(signals)),
        };
    }

    public static DroneStateBody State(string vehicle, VehicleSignals signals, bool isOnline, long lost, IReadOnlyList<string>? changed)
    {
        var beat = signals.Heartbeat;
        return new DroneStateBody
        {
            Vehicle = vehicle,
            VehicleType = VehicleWords.Type(beat.Type),
            Position = MavPlaces.Of(signals).Position,
            Online = isOnline,
            Armed = (beat.BaseMode & 0x80) != 0,
            Landed = VehicleWords.Landed(signals.Extended?.LandedState),
            Mode = FlightModes.Word(beat.Autopilot, beat.Type, beat.CustomMode),
            ModeRaw = FlightModes.Raw(beat.CustomMode),
            System = VehicleWords.System(beat.SystemStatus),
            Unhealthy = signals.Status is { } status ? SensorWords.Unhealthy(status) : null,
            Battery = Battery(signals),
            Mission = Mission(signals),
            Home = MavPlaces.Home(signals),
            Firmware = signals.Version is { FlightSwVersion: > 0 } version ? Firmware(version.FlightSwVersion) : null,
            LostFrames = lost,
            Changed = changed,
        };
    }

    public static VehicleBody Text(string vehicle, byte type, MavText text) => text.Severity <= LastUrgent
        ? new DroneAlarmBody
        {
            Vehicle = vehicle,
            VehicleType = VehicleWords.Type(type),
            Alarm = "message",
            Severity = VehicleWords.Severity(text.Severity),
            Code = VehicleWords.Raw(text.Severity),
            Text = text.Text,
            Flags = GapsOf(text),
        }
        : new DroneMessageBody { Vehicle = vehicle, VehicleType = VehicleWords.Type(type), Severity = text.Severity, Text = text.Text, Flags = GapsOf(text) };

    /// <summary>Where alarms of one sort of one vehicle stand.</summary>
    public static string Scope(string sort, byte system) => FormattableString.Invariant($"{sort}/{system}");

    /// <param name="one">What begins or ends.</param>
    /// <param name="at">Where its vehicle is.</param>
    /// <param name="flag">Of an end.</param>
    public static DroneAlarmBody Alarm(StandingAlarm<VehicleAlarm> one, GeoPosition? at, string? flag) => new()
    {
        Vehicle = one.Alarm.Vehicle ?? string.Empty,
        VehicleType = one.Alarm.VehicleType,
        Position = at,
        Alarm = one.Alarm.Scope.Split('/')[0],
        Active = one.Step != AlarmStep.Ending,
        Severity = one.Alarm.Severity,
        Code = one.Alarm.Code,
        Name = one.Alarm.Name,
        Flags = one.Step == AlarmStep.Ending && flag is not null ? [flag] : null,
        Source = new SourceInfo(one.NativeId),
    };

    public static DroneCaptureBody Capture(string vehicle, byte type, CameraImageCaptured image) => new()
    {
        Vehicle = vehicle,
        VehicleType = VehicleWords.Type(type),
        Position = MavPlaces.Scaled(image.Lat, image.Lon).Position,
        Success = image.CaptureResult == 1,
        Index = image.ImageIndex,
        File = image.FileUrl.Length > 0 ? image.FileUrl : null,
        AltitudeMslM = image.Alt / 1000.0,
        AltitudeRelativeM = image.RelativeAlt / 1000.0,
        CameraYawDeg = Yaw(image.Q),
    };

    /// <summary>Battery 0 of BATTERY_STATUS, and what it does not say from SYS_STATUS.</summary>
    public static VehicleBattery? Battery(VehicleSignals signals)
    {
        var (battery, status) = (signals.Battery, signals.Status);
        if (battery is null && status is null)
        {
            return null;
        }

        return new VehicleBattery(
            Percent(battery?.BatteryRemaining) ?? Percent(status?.BatteryRemaining),
            Volts(battery) ?? (status is { VoltageBattery: < ushort.MaxValue and > 0 } known ? known.VoltageBattery / 1000.0 : null),
            Amperes(battery?.CurrentBattery) ?? Amperes(status?.CurrentBattery),
            battery is { TimeRemaining: > 0 } time ? time.TimeRemaining : null,
            battery is { Temperature: < short.MaxValue } warm ? warm.Temperature / 100.0 : null,
            VehicleWords.Charge(battery?.ChargeState));
    }

    private static VehicleMission? Mission(VehicleSignals signals) => signals.Mission is not { } mission
        ? signals.Reached is { } only ? new VehicleMission(Reached: only) : null
        : new VehicleMission(
            mission.MissionId == 0 ? null : FlightModes.Raw(mission.MissionId),
            mission.Seq,
            mission.Total is 0 or ushort.MaxValue ? null : mission.Total,
            VehicleWords.Mission(mission.MissionState),
            signals.Reached);

    private static double? Percent(sbyte? percent) => percent is >= 0 and <= 100 ? percent : null;

    private static double? Amperes(short? tens) => tens is null or -1 ? null : tens / 100.0;

    /// <summary>Unknown cells are 65535 here and 0 in the extension.</summary>
    private static double? Volts(BatteryStatus? battery)
    {
        if (battery is not { } pack)
        {
            return null;
        }

        int millivolts = pack.Voltages.Where(cell => cell != ushort.MaxValue).Sum(cell => cell) + pack.VoltagesExt.Where(cell => cell != ushort.MaxValue).Sum(cell => cell);
        return millivolts > 0 ? millivolts / 1000.0 : null;
    }

    /// <summary>Over ground; null for what is no number.</summary>
    public static double? Speed(VehicleSignals signals) => Rounded(signals switch
    {
        { Position: { } at } => Math.Sqrt(((double)at.Vx * at.Vx) + ((double)at.Vy * at.Vy)) / 100,
        { Hud: { } hud } => hud.Groundspeed,
        { Gps: { Vel: < ushort.MaxValue } gps } => gps.Vel / 100.0,
        _ => null,
    });

    /// <summary>Null also for what is no angle between two half turns.</summary>
    private static double? Degrees(float? radians) => Rounded(radians * (180 / Math.PI)) is { } degrees and >= -180 and <= 180 ? degrees : null;

    /// <summary>Never NaN, never infinite.</summary>
    private static double? Rounded(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 3) + 0.0 : null;

    /// <summary>Yaw of w, x, y, z; null for the NaN of a camera that does not know, or zeros.</summary>
    private static double? Yaw(IReadOnlyList<float> q)
    {
        if (q.Count < 4 || q.Any(part => !float.IsFinite(part)) || q.All(part => part == 0))
        {
            return null;
        }

        double yaw = Math.Atan2(2 * (((double)q[0] * q[3]) + ((double)q[1] * q[2])), 1 - (2 * (((double)q[2] * q[2]) + ((double)q[3] * q[3])))) * 180 / Math.PI;
        double turned = Math.Round(yaw < 0 ? yaw + 360 : yaw, 3);
        return turned >= 360 ? 0 : turned;
    }

    private static string[]? GapsOf(MavText text) => text.Missing > 0 ? [TextGaps] : null;

    private static string Firmware(uint version) => FormattableString.Invariant($"{version >> 24}.{version >> 16 & 0xFF}.{version >> 8 & 0xFF}");
}
