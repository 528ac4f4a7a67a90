using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>The place of a fix by the rules of pdt-radio.md sections 6.1 and 15 (Q11); the same for every receiver.</summary>
/// <param name="FixValid">Whether there is a place to believe.</param>
/// <param name="Position">In WGS-84; null without one.</param>
/// <param name="Flag">Why a claimed fix is not believed; null when it is, or when none was claimed.</param>
public readonly record struct RadioPlace(bool FixValid, GeoPosition? Position, string? Flag)
{
    /// <param name="fix">Whether the receiver claims a fix.</param>
    /// <param name="latitude">Degrees; null when unknown or out of range.</param>
    /// <param name="longitude">Likewise.</param>
    public static RadioPlace Of(bool fix, double? latitude, double? longitude) => (fix, latitude, longitude) switch
    {
        (false, _, _) => default,
        (_, 0, 0) => new RadioPlace(false, null, RadioFlags.ZeroPosition),
        (_, { } lat, { } lon) => new RadioPlace(true, new GeoPosition(lat, lon, "WGS-84", "device"), null),
        _ => new RadioPlace(false, null, RadioFlags.BadPosition),
    };

    /// <returns>Kilometres an hour to three decimals.</returns>
    public static double? Kmh(double? knots) => knots is { } value ? (double)Math.Round((decimal)value * 1.852m, 3) : null;
}
