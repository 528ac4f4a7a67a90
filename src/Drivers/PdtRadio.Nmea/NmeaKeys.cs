using System.Globalization;
using EdgeGateway.Protocol.Gnss;
using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>By what a fix is known, and known again.</summary>
internal static class NmeaKeys
{
    private const long BucketSeconds = 120;

    /// <returns>
    /// <c>NMEA/{yyyyMMddHHmmss}/{radio}</c> as the receiver tells its time, right or wrong, with <c>.fff</c> between whole seconds and 0 for no radio;
    /// without a date, or without a time, <c>-</c> and the place as on the wire; null when it told nothing of both.
    /// </returns>
    public static string? NativeId(NmeaFix fix, long? radio)
    {
        if (GnssText.Moment(fix.Rmc?.Time, fix.Rmc?.Date) is { } told)
        {
            string digits = told.ToString(told.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyyMMddHHmmss" : "yyyyMMddHHmmss.fff", CultureInfo.InvariantCulture);
            return FormattableString.Invariant($"NMEA/{digits}/{radio ?? 0}");
        }

        string place = fix.Rmc is { } rmc ? rmc.Latitude + rmc.LatitudeSide + rmc.Longitude + rmc.LongitudeSide
            : fix.Gga is { } gga ? gga.Latitude + gga.LatitudeSide + gga.Longitude + gga.LongitudeSide : string.Empty;
        string text = fix.Time + place;
        return text.Length > 0 ? FormattableString.Invariant($"NMEA/-/{radio ?? 0}/{text}") : null;
    }

    /// <summary>A receiver begins its time anew with each cold start: the same name two minutes later is another fix. What has no time is never a repeat.</summary>
    public static string RepeatKey(string? native, NmeaFix fix, DateTimeOffset received) => native is not null && fix.Time.Length > 0
        ? FormattableString.Invariant($"{native}\n{fix.Rmc?.HasFix ?? fix.Gga?.HasFix}\n{received.ToUnixTimeSeconds() / BucketSeconds}")
        : FormattableString.Invariant($"{native}\n{received.UtcTicks}");
}
