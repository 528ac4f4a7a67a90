using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>From the vendor's words and units to ours (drone.md section 4).</summary>
internal static class DjiMapping
{
    public const string DriverName = "drone-dji";

    public const string Multirotor = "multirotor";

    private const double Milli = 1_000;
    private const double FullCircle = 360;

    public static DronePositionBody Position(string vehicle, string serial, DjiAircraft aircraft, double windScale, DjiTold told) => new()
    {
        Vehicle = vehicle,
        VehicleType = Multirotor,
        Position = Place(aircraft.Place),
        AltitudeEllipsoidM = aircraft.Place is null ? null : aircraft.Height,
        AltitudeRelativeM = aircraft.Elevation,
        SpeedMps = aircraft.HorizontalSpeed,
        ClimbMps = aircraft.VerticalSpeed,
        HeadingDeg = Circle(aircraft.AttitudeHead),
        RollDeg = aircraft.AttitudeRoll,
        PitchDeg = aircraft.AttitudePitch,
        Fix = DjiWords.Fix(aircraft.IsFixed, aircraft.Quality),
        Satellites = aircraft.GpsNumber,
        HomeDistanceM = aircraft.HomeDistance,
        WindSpeedMps = aircraft.WindSpeed is { } wind ? Math.Round(wind * windScale, 4) : null,
        WindDirection = DjiWords.Wind(aircraft.WindDirection),
        Flags = told.Flags,
        Source = told.Source(null, serial),
    };

    public static DroneStateBody State(string vehicle, bool online, DjiAircraft aircraft, DjiMission? mission, DjiProduct product) => new()
    {
        Vehicle = vehicle,
        VehicleType = Multirotor,
        Online = online,
        Armed = aircraft.ModeCode == 0 ? false : DjiAircraft.IsAirborne(aircraft.ModeCode) == true ? true : null,
        Landed = DjiWords.Landed(aircraft.ModeCode),
        Mode = DjiWords.AircraftMode(aircraft.ModeCode),
        ModeRaw = aircraft.ModeCode is { } code ? FormattableString.Invariant($"{code}") : null,
        Battery = Battery(aircraft.Battery),
        Mission = mission is null ? null : new VehicleMission(mission.FlightId, mission.Waypoint, State: DjiWords.Mission(mission.Status), Percent: mission.Percent),
        Home = Place(aircraft.Home),
        Model = product.Name,
        Firmware = aircraft.FirmwareVersion,
    };

    public static DockStateBody Dock(string serial, bool online, DjiDock dock, DjiProduct product, string? aircraft) => new()
    {
        Online = online,
        Dock = serial,
        Model = product.Name,
        Aircraft = aircraft,
        Mode = DjiWords.DockMode(dock.ModeCode),
        Step = DjiWords.DockStep(dock.FlighttaskStepCode),
        Cover = DjiWords.Cover(dock.CoverState),
        DroneInside = dock.DroneInDock,
        DroneCharging = dock.ChargeState switch { 0 => false, 1 => true, _ => null },
        DroneChargePercent = dock.ChargePercent,
        EmergencyStop = dock.EmergencyStop,
        TemperatureC = dock.Temperature,
        OutsideTemperatureC = dock.EnvironmentTemperature,
        HumidityPercent = dock.Humidity,
        WindSpeedMps = dock.WindSpeed,
        Rain = DjiWords.Rain(dock.Rainfall),
        SupplyVoltageV = dock.ElectricSupplyVoltage,
        UploadsWaiting = dock.RemainUpload,
        Firmware = dock.FirmwareVersion,
    };

    public static DroneCaptureBody Capture(string vehicle, DjiUpload upload, DjiTold told, string? native) => new()
    {
        Vehicle = vehicle,
        VehicleType = Multirotor,
        Success = upload.Result is null or 0,
        File = upload.File,
        MissionId = upload.FlightId,
        AltitudeRelativeM = upload.RelativeAltitude,
        CameraYawDeg = Circle(upload.GimbalYaw),
        Position = Place(upload.Place),
        Flags = told.Flags,
        Source = told.Source(native, null),
    };

    /// <summary>What one message said, not what is known besides: an old place must not look new.</summary>
    public static VehicleFacts Facts(VehicleOrigin from, string vehicle, DjiAircraft said, DateTimeOffset received, string source) => new(from, vehicle, received, source)
    {
        Online = true,
        Airborne = DjiAircraft.IsAirborne(said.ModeCode),
        Position = Place(said.Place),
        HeightM = said.Elevation,
        SpeedMps = said.HorizontalSpeed,
        Home = Place(said.Home),
        HomeDistanceM = said.HomeDistance,
        BatteryPercent = said.Battery.CapacityPercent,
        RemainingS = said.Battery.RemainFlightTime,
        ReturnPercent = said.Battery.ReturnHomePower,
        Distress = said.ModeCode is null ? null : DjiWords.IsForcedDown(said.ModeCode),
    };

    public static GeoPosition? Place((double Lat, double Lon)? place) => place is var (lat, lon) ? new GeoPosition(lat, lon, "WGS-84", "device") : null;

    /// <summary>0 to below 360; null for what is no direction.</summary>
    public static double? Circle(double? degrees) => degrees is { } angle and >= -FullCircle and <= FullCircle ? Math.Round((angle + FullCircle) % FullCircle, 6) : null;

    private static VehicleBattery? Battery(DjiBattery battery) => battery == new DjiBattery()
        ? null
        : new VehicleBattery(
            battery.CapacityPercent,
            battery.Voltage is { } voltage ? voltage / Milli : null,
            RemainingS: battery.RemainFlightTime,
            TemperatureC: battery.Temperature,
            ReturnPercent: battery.ReturnHomePower);
}
