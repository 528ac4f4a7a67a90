using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>
/// What is known of an aircraft, in the units of the wire (drone.md section 2.5). Its keys arrive spread over several messages: one that is absent, or that
/// cannot be read, leaves what was known.
/// </summary>
public sealed record DjiAircraft
{
    public static readonly DjiAircraft Unknown = new();

    private const int NoFlight = 14;

    public int? ModeCode { get; init; }

    /// <summary>Degrees; 0 together with the longitude while there is no fix.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Metres above the ellipsoid.</summary>
    public double? Height { get; init; }

    /// <summary>Metres above the take-off point.</summary>
    public double? Elevation { get; init; }

    public double? HorizontalSpeed { get; init; }

    /// <summary>Up positive.</summary>
    public double? VerticalSpeed { get; init; }

    /// <summary>-180 to 180 from north, clockwise positive.</summary>
    public double? AttitudeHead { get; init; }

    public double? AttitudePitch { get; init; }

    public double? AttitudeRoll { get; init; }

    public double? HomeDistance { get; init; }

    /// <summary>0.1 m/s in some firmware, m/s in others [unverified].</summary>
    public double? WindSpeed { get; init; }

    /// <summary>1 north to 8 north-west, clockwise; 0 none.</summary>
    public int? WindDirection { get; init; }

    public DjiBattery Battery { get; init; } = new();

    /// <summary>0 no, 1 fixing, 2 fixed, 3 failed.</summary>
    public int? IsFixed { get; init; }

    /// <summary>1 to 5; 10 with a fixed RTK solution.</summary>
    public int? Quality { get; init; }

    public int? GpsNumber { get; init; }

    public double? HomeLatitude { get; init; }

    public double? HomeLongitude { get; init; }

    public string? FirmwareVersion { get; init; }

    /// <summary>Latitude and longitude; null without a fix or out of range.</summary>
    public (double Lat, double Lon)? Place => DjiPlace.Of(Latitude, Longitude);

    public (double Lat, double Lon)? Home => DjiPlace.Of(HomeLatitude, HomeLongitude);

    /// <summary>Adds what one <c>osd</c> or <c>state</c> says.</summary>
    public DjiAircraft With(JsonElement data)
    {
        var position = data.Member("position_state");
        return this with
        {
            ModeCode = data.Whole("mode_code") ?? ModeCode,
            Latitude = data.Number("latitude") ?? Latitude,
            Longitude = data.Number("longitude") ?? Longitude,
            Height = data.Number("height") ?? Height,
            Elevation = data.Number("elevation") ?? Elevation,
            HorizontalSpeed = data.Number("horizontal_speed") ?? HorizontalSpeed,
            VerticalSpeed = data.Number("vertical_speed") ?? VerticalSpeed,
            AttitudeHead = data.Number("attitude_head") ?? AttitudeHead,
            AttitudePitch = data.Number("attitude_pitch") ?? AttitudePitch,
            AttitudeRoll = data.Number("attitude_roll") ?? AttitudeRoll,
            HomeDistance = data.Number("home_distance") ?? HomeDistance,
            WindSpeed = data.Number("wind_speed") ?? WindSpeed,
            WindDirection = data.Whole("wind_direction") ?? WindDirection,
            Battery = Battery.With(data.Member("battery")),
            IsFixed = position.Whole("is_fixed") ?? IsFixed,
            Quality = position.Whole("quality") ?? Quality,
            GpsNumber = position.Whole("gps_number") ?? GpsNumber,
            HomeLatitude = data.Number("home_latitude") ?? HomeLatitude,
            HomeLongitude = data.Number("home_longitude") ?? HomeLongitude,
            FirmwareVersion = data.Text("firmware_version") ?? FirmwareVersion,
        };
    }

    /// <summary>Whether a mode is one of flight: not while idle, preparing, ready or upgrading; null where the document does not tell.</summary>
    public static bool? IsAirborne(int? mode) => mode switch
    {
        0 or 1 or 2 or 13 => false,
        >= 3 and < NoFlight or 15 or 16 or 17 or 20 => true,
        _ => null,
    };
}
