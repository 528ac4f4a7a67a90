using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>Places out of short location reports. They tell how old the fix is only in classes, so there is no time of the fix.</summary>
internal static class TetraPlaces
{
    public static RadioPositionBody Body(LipShort report, TetraFlags flags)
    {
        flags.Add(true, report.TimeElapsed switch { 0 => "FIX_UNDER_5_S", 1 => "FIX_UNDER_5_MIN", 2 => "FIX_UNDER_30_MIN", _ => "FIX_AGE_UNKNOWN" });
        flags.Add(IsNowhere(report), RadioFlags.ZeroPosition);
        return new RadioPositionBody
        {
            FixValid = !IsNowhere(report),
            Position = Position(report),
            SpeedKmh = report.SpeedKmh is { } speed ? Math.Round(speed, 1) : null,
            CourseDeg = report.CourseDeg,
            ErrorM = report.ErrorM,
            Trigger = report.Reason is { } reason ? LipShort.ReasonName(reason) : FormattableString.Invariant($"user-data-{report.AdditionalData}"),
        };
    }

    /// <summary>Nowhere in the Gulf of Guinea is where receivers are that know nothing (pdt-radio.md section 15, Q11).</summary>
    public static GeoPosition? Position(LipShort report) =>
        IsNowhere(report) ? null : new GeoPosition(Math.Round(report.Latitude, 6), Math.Round(report.Longitude, 6), "WGS-84", "device");

    private static bool IsNowhere(LipShort report) => report is { LatitudeRaw: 0, LongitudeRaw: 0 };
}
