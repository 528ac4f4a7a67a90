using System.Globalization;
using EdgeGateway.Protocol.Gnss;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>From a fix to a reading (pdt-radio.md sections 11 and 16). No clock: the time of receipt is passed in.</summary>
public static class NmeaMapping
{
    public const string DriverName = "nmea-gnss";

    private const int MostSatellites = 255;

    /// <param name="fix">What the receiver told of one moment.</param>
    /// <param name="via">Over which device.</param>
    /// <param name="radio">The radio that the receiver belongs to, or null.</param>
    /// <param name="received">By the gateway's clock.</param>
    public static Reading ToReading(NmeaFix fix, RadioVia via, long? radio, DateTimeOffset received)
    {
        var moment = Moment(fix, received);
        var place = Place(fix);
        string?[] doubts =
        [
            place.Flag, moment.Flag, Conflicts(fix) ? NmeaFlags.Conflict : null, ModeFlag(fix),
            moment.Time is not null && fix.Rmc is null ? NmeaFlags.DateAssumed : null,
            place.FixValid && moment.Time is null && moment.Flag is null ? RadioFlags.NoFixTime : null,
        ];
        string[] flags = [.. doubts.OfType<string>()];
        string? native = NmeaKeys.NativeId(fix, radio);
        return new Reading
        {
            Device = via.Device,
            Driver = DriverName,
            Lane = Lane.Telemetry,
            Time = moment.Time ?? received,
            TimeFrom = moment.Time is null ? TimeOrigin.Gateway : TimeOrigin.Device,
            Received = received,
            DeviceOffsetMs = moment.Time is { } told ? (long)(told - received).TotalMilliseconds : null,
            RepeatKey = NmeaKeys.RepeatKey(native, fix, received),
            Body = Body(fix, place) with
            {
                RadioId = radio,
                RadioNumber = via.NumberOf(radio),
                FixTime = moment.Time,
                FixTimeRaw = moment.Raw,
                Flags = flags.Length > 0 ? flags : null,
                Source = native is null ? null : new SourceInfo(native),
            },
        };
    }

    /// <summary>What the receiver's clock says, for those who watch clocks; also when it cannot be believed as a time of a fix.</summary>
    /// <returns>Null without a fix, or when it told no date or no time.</returns>
    public static DateTimeOffset? Clock(NmeaFix fix, DateTimeOffset received) =>
        fix.Rmc is { HasFix: true } rmc && GnssText.Moment(rmc.Time, rmc.Date) is { } told ? FixMoment.Of(told, received).Time ?? told : null;

    private static RadioPositionBody Body(NmeaFix fix, RadioPlace place)
    {
        var (rmc, gga) = (fix.Rmc, fix.Gga);
        var always = new RadioPositionBody
        {
            FixValid = place.FixValid,
            Position = place.Position,
            Trigger = "periodic",
            Satellites = GnssText.Number(gga?.Satellites) is { } count and <= MostSatellites ? (int)count : null,
        };
        return !place.FixValid ? always : always with
        {
            SpeedKmh = RadioPlace.Kmh(GnssText.Number(rmc?.SpeedKnots)),
            CourseDeg = GnssText.Course(rmc?.CourseDeg),
            AltitudeM = Altitude(gga?.AltitudeM),
            Hdop = GnssText.Number(gga?.Hdop),
        };
    }

    private static RadioPlace Place(NmeaFix fix) => fix switch
    {
        _ when Conflicts(fix) => default,
        { Rmc: { } rmc } => RadioPlace.Of(rmc.HasFix, GnssText.Latitude(rmc.Latitude, rmc.LatitudeSide), GnssText.Longitude(rmc.Longitude, rmc.LongitudeSide)),
        { Gga: { } gga } => RadioPlace.Of(gga.HasFix, GnssText.Latitude(gga.Latitude, gga.LatitudeSide), GnssText.Longitude(gga.Longitude, gga.LongitudeSide)),
        _ => default,
    };

    private static bool Conflicts(NmeaFix fix) => fix is { Rmc.HasFix: true, Gga.Quality: "0" };

    private static string? ModeFlag(NmeaFix fix) => (fix.Rmc?.Mode, fix.Gga?.Quality) switch
    {
        ("M" or "S", _) or (_, "7" or "8") => NmeaFlags.NotMeasured,
        ("E", _) or (_, "6") => NmeaFlags.Estimated,
        _ => null,
    };

    private static FixMoment Moment(NmeaFix fix, DateTimeOffset received) =>
        fix.Rmc is { } rmc ? FixMoment.Of(rmc.Time, rmc.Date, received)
        : GnssText.TimeOfDay(fix.Time) is { } ofDay ? new FixMoment(GnssClock.NearestDay(ofDay, received), null, null)
        : FixMoment.Of(fix.Time, null, received);

    // The one number here that may be below zero.
    private static double? Altitude(string? text) =>
        text is ['-', .. var depth] ? -GnssText.Number(depth) : GnssText.Number(text);
}
