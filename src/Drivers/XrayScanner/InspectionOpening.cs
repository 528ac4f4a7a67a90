using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Paths;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>
/// The record of an opened parcel (xray.md section 2.2, open-bag record). Who brought it, who opened it and whose name is on it stay
/// in the device's own message: none of that is ever asked of it.
/// </summary>
internal static class InspectionOpening
{
    /// <summary>Says that it was opened, when, and with which result.</summary>
    public static ParcelInspectionBody Told(ParcelInspectionBody body, EventMap fields, BodyNode told, TimeSpan zone, FlagList flags)
    {
        string result = body.Result != ParcelWords.Unknown || fields.Decision.Paths.IsMapped ? body.Result : Inferred(body);
        return body with
        {
            Result = result,

            // What a person found is no verdict of the machine, and does not prove that it looked.
            Scan = (body.Scan ?? new ParcelScan()) with { ReportedBy = "OPERATOR" },
            OpenCheck = new ParcelOpening(
                true, Time(fields.OpenedFrom.Text(told), zone, flags), Time(fields.OpenedUntil.Text(told), zone, flags), result is ParcelWords.Clear or ParcelWords.Alarm ? result : null),
        };
    }

    /// <summary>Something prohibited was in it, or it was a false alarm; what was merely released says neither.</summary>
    private static string Inferred(ParcelInspectionBody body) =>
        body.Handling == ParcelWords.FalseAlarm ? ParcelWords.Clear
        : body.Items is not null || body.Handling is ParcelWords.Kept or ParcelWords.HandedToPolice or ParcelWords.GivenUp ? ParcelWords.Alarm
        : ParcelWords.Unknown;

    private static DateTimeOffset? Time(string? text, TimeSpan zone, FlagList flags)
    {
        var time = DeviceTime.Read(text, zone)?.Time;
        flags.Add(text is not null && time is null, "TIME_FORMAT");
        return time;
    }
}
