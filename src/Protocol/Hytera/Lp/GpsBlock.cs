using System.Globalization;
using EdgeGateway.Protocol.Gnss;

namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Forty bytes of ASCII (pdt-radio.md section 6.1), kept as they came; a field of NUL is null. What they mean is computed and range-checked.</summary>
public sealed record GpsBlock
{
    public const int Length = 40;

    /// <summary><c>A</c> fix, <c>V</c> none.</summary>
    public char Status { get; init; } = 'V';

    /// <summary><c>hhmmss</c>, UTC.</summary>
    public string? Time { get; init; }

    /// <summary><c>ddmmyy</c>.</summary>
    public string? Date { get; init; }

    /// <summary><c>N</c> or <c>S</c>.</summary>
    public string? NorthSouth { get; init; }

    /// <summary><c>ddmm.mmmm</c>.</summary>
    public string? Latitude { get; init; }

    /// <summary><c>E</c> or <c>W</c>.</summary>
    public string? EastWest { get; init; }

    /// <summary><c>dddmm.mmmm</c>.</summary>
    public string? Longitude { get; init; }

    /// <summary>Knots, the point in any place.</summary>
    public string? Speed { get; init; }

    /// <summary>Degrees, north 0, clockwise.</summary>
    public string? Course { get; init; }

    public bool HasFix => Status == 'A';

    /// <summary>Degrees, north positive; null when unknown or out of range.</summary>
    public double? LatitudeDeg => GnssText.Latitude(Latitude, NorthSouth);

    /// <summary>Degrees, east positive; null when unknown or out of range.</summary>
    public double? LongitudeDeg => GnssText.Longitude(Longitude, EastWest);

    /// <summary>Null when unknown.</summary>
    public double? SpeedKnots => GnssText.Number(Speed);

    /// <summary>0 to 359; null when unknown or out of range.</summary>
    public double? CourseDeg => GnssText.Course(Course);

    /// <summary>The moment of the fix as the receiver tells it; null when time or date is missing or none.</summary>
    public DateTimeOffset? FixTime => GnssText.Moment(Time, Date);

    /// <summary>Time and date as twelve digits, exactly as on the wire; empty when they are not all there.</summary>
    public string TimeDigits => Time is { Length: 6 } && Date is { Length: 6 } && (Time + Date).All(char.IsAsciiDigit) ? Time + Date : string.Empty;

    /// <summary>For radios that simulate, and for tests. Latitude and longitude are written to 1/10000 minute.</summary>
    public static GpsBlock Of(double latitude, double longitude, DateTimeOffset? time, double knots = 0, int course = 0) => new()
    {
        Status = 'A',
        Time = time?.UtcDateTime.ToString("HHmmss", CultureInfo.InvariantCulture),
        Date = time?.UtcDateTime.ToString("ddMMyy", CultureInfo.InvariantCulture),
        NorthSouth = latitude < 0 ? "S" : "N",
        Latitude = GnssText.Write(latitude, 2),
        EastWest = longitude < 0 ? "W" : "E",
        Longitude = GnssText.Write(longitude, 3),
        Speed = knots.ToString(knots < 10 ? "0.0" : knots < 100 ? "0'.'" : "0", CultureInfo.InvariantCulture),
        Course = course.ToString("000", CultureInfo.InvariantCulture),
    };

    /// <param name="bytes">Exactly <see cref="Length"/>; nothing is refused here, doubts come out as null.</param>
    public static GpsBlock Read(ReadOnlySpan<byte> bytes) => new()
    {
        Status = (char)bytes[0],
        Time = Field(bytes.Slice(1, 6)),
        Date = Field(bytes.Slice(7, 6)),
        NorthSouth = Field(bytes.Slice(13, 1)),
        Latitude = Field(bytes.Slice(14, 9)),
        EastWest = Field(bytes.Slice(23, 1)),
        Longitude = Field(bytes.Slice(24, 10)),
        Speed = Field(bytes.Slice(34, 3)),
        Course = Field(bytes.Slice(37, 3)),
    };

    public byte[] ToBytes() => new PayloadWriter().U8((byte)Status).Ascii(Time, 6).Ascii(Date, 6).Ascii(NorthSouth, 1).Ascii(Latitude, 9)
        .Ascii(EastWest, 1).Ascii(Longitude, 10).Ascii(Speed, 3).Ascii(Course, 3).ToArray();

    private static string? Field(ReadOnlySpan<byte> bytes) => PayloadText.Ascii(bytes) is { Length: > 0 } text ? text : null;
}
