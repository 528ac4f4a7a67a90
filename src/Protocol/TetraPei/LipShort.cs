using System.Globalization;

namespace EdgeGateway.Protocol.TetraPei;

/// <summary>
/// A short location report (TS 100 392-18-1 section 6.2; pdt-radio.md section 10), 76 bits behind the protocol byte.
/// </summary>
/// <param name="TimeElapsed">0 under 5 s, 1 under 5 min, 2 under 30 min, 3 not known.</param>
/// <param name="LongitudeRaw">25 bits signed, 360 degrees over 2 to the 25th.</param>
/// <param name="LatitudeRaw">24 bits signed, 180 degrees over 2 to the 24th.</param>
/// <param name="ErrorClass">n: under 2 x 10 to the n m; 7 not known.</param>
/// <param name="SpeedRaw">0 to 127.</param>
/// <param name="CourseRaw">0 to 15, each 22.5 degrees.</param>
/// <param name="UserDefined">What the additional data is: the users' own, else a reason for sending.</param>
/// <param name="AdditionalData">8 bits.</param>
public sealed record LipShort(
    int TimeElapsed, int LongitudeRaw, int LatitudeRaw, int ErrorClass, int SpeedRaw, int CourseRaw, bool UserDefined, int AdditionalData)
{
    public const int Emergency = 2;

    public const int SpeedUnknown = 127;

    private const int Bits = 76;

    public double Longitude => LongitudeRaw * 360.0 / (1 << 25);

    public double Latitude => LatitudeRaw * 180.0 / (1 << 24);

    /// <summary>Null where the class says nothing: 6 is anything beyond 200 km, 7 the best that could be done.</summary>
    public double? ErrorM => ErrorClass < 6 ? 2 * Math.Pow(10, ErrorClass) : null;

    /// <summary>Up to 28 in steps of one, beyond that 16 x 1.038 to the (n - 13).</summary>
    public double? SpeedKmh => SpeedRaw switch
    {
        SpeedUnknown => null,
        <= 28 => SpeedRaw,
        _ => 16 * Math.Pow(1.038, SpeedRaw - 13),
    };

    public double CourseDeg => CourseRaw * 22.5;

    /// <summary>Null for the users' own data.</summary>
    public int? Reason => UserDefined ? null : AdditionalData;

    /// <param name="data">Behind the protocol byte.</param>
    /// <param name="bits">How many of them count.</param>
    /// <returns>Null for a long report, or where bits are missing.</returns>
    public static LipShort? Read(ReadOnlySpan<byte> data, int bits)
    {
        if (bits < Bits || data.Length * 8 < Bits || data[0] >> 6 != 0)
        {
            return null;
        }

        return new LipShort(
            (int)Take(data, 2, 2),
            Signed(Take(data, 4, 25), 25),
            Signed(Take(data, 29, 24), 24),
            (int)Take(data, 53, 3),
            (int)Take(data, 56, 7),
            (int)Take(data, 63, 4),
            Take(data, 67, 1) == 1,
            (int)Take(data, 68, 8));
    }

    /// <summary>What a reason for sending is called (TS 100 392-18-1 table for it); one that is not listed keeps its number.</summary>
    public static string ReasonName(int reason) => reason switch
    {
        0 => "power-on",
        1 => "power-off",
        Emergency => "emergency",
        3 => "ptt",
        4 => "status",
        5 => "transmit-inhibit-on",
        6 => "transmit-inhibit-off",
        7 => "trunked-service",
        8 => "direct-mode",
        9 => "in-service",
        10 => "service-lost",
        11 => "cell-change",
        12 => "low-battery",
        20 => "user-application",
        21 => "fix-lost",
        22 => "fix-regained",
        32 => "request",
        129 => "periodic",
        130 => "distance",
        _ => "reason-" + reason.ToString(CultureInfo.InvariantCulture),
    };

    private static uint Take(ReadOnlySpan<byte> data, int from, int count)
    {
        uint value = 0;
        for (int bit = from; bit < from + count; bit++)
        {
            value = (value << 1) | (uint)((data[bit / 8] >> (7 - (bit % 8))) & 1);
        }

        return value;
    }

    private static int Signed(uint value, int bits) => value >> (bits - 1) == 1 ? (int)value - (1 << bits) : (int)value;
}
