using System.Globalization;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>Says a fix in sentences, and beside it the truth, which comes from the fix and not from the bytes.</summary>
/// <param name="device">Device id.</param>
/// <param name="profile">How it talks.</param>
public sealed class NmeaVoice(string device, NmeaProfile profile)
{
    private const int Satellites = 9;
    private const string Hdop = "0.92";
    private const string Altitude = "21.4";
    private const string ZeroPlace = "0000.0000,N,00000.0000,E";
    private const string NoPlace = ",,,";

    /// <summary>Each with its checksum, without line end.</summary>
    public IReadOnlyList<string> Sentences(NmeaMoment moment)
    {
        string time = Time(moment);
        string motion = moment.HasFix ? Text(moment.KnotTenths / 10m, "0.0") + "," + Text(moment.CourseTenths / 10m, "0.0") : ",";
        string date = moment.HasTime ? moment.Told.UtcDateTime.ToString("ddMMyy", CultureInfo.InvariantCulture) : "";
        string place = Place(moment);
        string rmc = Signed($"{profile.Talker}RMC,{time},{(moment.HasFix ? 'A' : 'V')},{place},{motion},{date},,,{(moment.HasFix ? 'A' : 'N')}");
        string gga = Signed($"{profile.Talker}GGA,{time},{place},{(moment.HasFix ? "1," + Text(Satellites, "00") + "," + Hdop + "," + Altitude + ",M,-5.1,M,," : "0,00,,,M,,M,,")}");
        return profile.Gga ? [rmc, gga] : [rmc];
    }

    public TruthLine Truth(NmeaMoment moment)
    {
        var corrected = profile.Faults.Weeks ? moment.Told + TimeSpan.FromDays(1024 * 7) : moment.Told;
        bool known = moment.HasFix && profile.Gga;
        return new TruthLine
        {
            Device = device,
            NativeId = NativeId(moment),
            Plate = "",
            LaneNo = 0,
            Time = moment.HasTime ? corrected : default,
            Kind = "radio.position",
            Facts = new Dictionary<string, string>
            {
                ["fixValid"] = moment.HasPlace ? "true" : "false",
                ["radioId"] = profile.Radio == 0 ? "" : Text(profile.Radio, "0"),
                ["position.lat"] = moment.HasPlace ? Text(moment.LatitudeDeg, "0.000000") : "",
                ["position.lon"] = moment.HasPlace ? Text(moment.LongitudeDeg, "0.000000") : "",
                ["speedKmh"] = moment.HasPlace ? Text(moment.SpeedKmh, "0.0#") : "",
                ["courseDeg"] = moment.HasPlace ? Text(moment.CourseTenths / 10m, "0.0") : "",
                ["fixTime"] = moment.HasTime ? TruthTime.Text(corrected) : "",
                ["satellites"] = profile.Gga ? Text(known ? Satellites : 0, "0") : "",
                ["altitudeM"] = moment.HasPlace && profile.Gga ? Altitude : "",
            },
        };
    }

    /// <summary>The text with the XOR of its bytes behind it.</summary>
    public static string Signed(string text) =>
        $"${text}*{text.Aggregate(0, (sum, letter) => sum ^ letter).ToString("X2", CultureInfo.InvariantCulture)}";

    /// <summary>As the gateway's driver names it in its README: by the time that was told, or by the place where none was.</summary>
    private string NativeId(NmeaMoment moment)
    {
        string when = moment.Told.UtcDateTime.ToString(moment.Told.Millisecond == 0 ? "yyyyMMddHHmmss" : "yyyyMMddHHmmss.fff", CultureInfo.InvariantCulture);
        return moment.HasTime
            ? FormattableString.Invariant($"NMEA/{when}/{profile.Radio}")
            : FormattableString.Invariant($"NMEA/-/{profile.Radio}/{Place(moment).Replace(",", "", StringComparison.Ordinal)}");
    }

    private static string Time(NmeaMoment moment) => moment.HasTime ? moment.Told.UtcDateTime.ToString("HHmmss.fff", CultureInfo.InvariantCulture) : "";

    private static string Place(NmeaMoment moment) => moment.Oddity switch
    {
        NmeaOddity.Zero => ZeroPlace,
        NmeaOddity.NoFix => NoPlace,
        _ => Side(moment.Latitude, "00", 'N', 'S') + "," + Side(moment.Longitude, "000", 'E', 'W'),
    };

    private static string Side(int ticks, string degrees, char positive, char negative)
    {
        int size = Math.Abs(ticks);
        return Text(size / 600_000, degrees) + Text(size % 600_000 / 10_000m, "00.0000") + "," + (ticks < 0 ? negative : positive);
    }

    private static string Text(IFormattable number, string form) => number.ToString(form, CultureInfo.InvariantCulture);
}
