using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Tests.Platform.Examples;

internal static class VehicleExamples
{
    private const string Vehicle = "sys-3";

    private static readonly GeoPosition s_place = new(23.1611, 113.2304, "WGS-84", "device");

    private static readonly VehicleBattery s_battery = new(71, 23.9, 12.6, 1_260, 31.2, "ok", 18);

    public static IEnumerable<ExampleReading> All =>
    [
        Of(Lane.Telemetry, Position),
        Of(Lane.Telemetry, State),
        Of(Lane.Alarm, Alarm),
        Of(Lane.Event, RemoteId),
        Of(Lane.Event, new DroneCaptureBody { Vehicle = Vehicle, Success = true, Index = 12, File = "DJI_0012.JPG", AltitudeRelativeM = 60, CameraYawDeg = 271.5, Position = s_place }),
        Of(Lane.Event, new DroneMessageBody { Vehicle = Vehicle, Severity = 4, Text = "GPS Glitch cleared" }),
        new(Lane.Telemetry, "dock-1", "drone-dji", Dock),
        new(Lane.Telemetry, "robot-1", "robot-vda5050", Robot),
    ];

    private static DronePositionBody Position => new()
    {
        Vehicle = Vehicle,
        VehicleType = "multirotor",
        AltitudeMslM = 88.4,
        AltitudeRelativeM = 60.2,
        SpeedMps = 8.1,
        ClimbMps = 0.5,
        HeadingDeg = 271.5,
        CourseDeg = 271,
        RollDeg = 0.7,
        PitchDeg = -2.6,
        Fix = "rtk",
        Satellites = 21,
        Hdop = 0.6,
        HomeDistanceM = 132,
        Position = s_place,
    };

    private static DroneStateBody State => new()
    {
        Vehicle = Vehicle,
        VehicleType = "multirotor",
        Online = true,
        Armed = true,
        Landed = "in-air",
        Mode = "mission",
        ModeRaw = "67371008",
        System = "active",
        Unhealthy = ["gps"],
        Battery = s_battery,
        Mission = new VehicleMission("plan-7", 3, 12, "active", 2, 25),
        Home = new GeoPosition(23.16, 113.23, "WGS-84", "device"),
        Changed = ["mode"],
    };

    private static DroneAlarmBody Alarm => new()
    {
        Vehicle = Vehicle,
        Alarm = "battery-low-far",
        Active = true,
        Severity = "critical",
        Evidence =
        [
            new DroneEvidence("batteryPercent", 22, 25, "BATTERY_STATUS", UtcMilliseconds.Text(ExampleReading.Time.AddSeconds(-1))),
            new DroneEvidence("homeDistanceM", 910, 500, "GLOBAL_POSITION_INT", UtcMilliseconds.Text(ExampleReading.Time), s_place),
        ],
        Position = s_place,
    };

    private static DroneRemoteIdBody RemoteId => new()
    {
        Vehicle = "1581F4XF0123456789",
        VehicleType = "multirotor",
        IdType = "serial",
        Sender = "a1b2c3d4e5f6",
        Status = "airborne",
        AltitudeEllipsoidM = 120.5,
        HeightM = 95,
        HeightFrom = "take-off",
        SpeedMps = 11,
        CourseDeg = 180,
        Operator = new GeoPosition(23.158, 113.229, "WGS-84", "device"),
        OperatorFrom = "live",
        Known = false,
        Position = s_place,
    };

    private static DockStateBody Dock => new()
    {
        Online = true,
        Dock = "4TADL1B0010001",
        Model = "DJI Dock 2",
        Aircraft = "1581F5BMD0010001",
        Mode = "idle",
        Cover = "closed",
        DroneInside = true,
        DroneCharging = true,
        DroneChargePercent = 92,
        TemperatureC = 27.5,
        HumidityPercent = 48,
        WindSpeedMps = 3.1,
        Rain = "none",
        UploadsWaiting = 0,
        Changed = ["droneCharging"],
    };

    private static RobotStateBody Robot => new()
    {
        Vehicle = "hall-robot",
        VehicleType = "agv",
        Online = true,
        X = 12.4,
        Y = 3.1,
        Map = "hall-1",
        Localised = true,
        HeadingDeg = 92,
        SpeedMps = 0.8,
        Driving = true,
        Paused = false,
        Mode = "AUTOMATIC",
        EmergencyStop = "NONE",
        Battery = new VehicleBattery(64),
        Mission = new VehicleMission("order-19", 4, 9, "active"),
        LastNode = "n-4",
    };

    private static ExampleReading Of(Lane lane, ReadingBody body) => new(lane, "air-1", "drone-mavlink", body);
}
