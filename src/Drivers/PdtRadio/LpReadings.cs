using EdgeGateway.Protocol.Gnss;
using EdgeGateway.Protocol.Hytera.Lp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>From location messages to readings (pdt-radio.md sections 6, 8.4 and 16).</summary>
internal static class LpReadings
{
    public static IEnumerable<Reading> Of(LpContent content, RadioEnvelope envelope)
    {
        if (content is not LpReport report)
        {
            yield break;
        }

        yield return Position(report, envelope);
        if (report.RssiDbm is { } level)
        {
            yield return envelope.Wrap(new RadioSignalBody { Scale = "lp-dbm", Value = level, Dbm = level }, Lane.Telemetry);
        }
    }

    /// <returns>Where the report puts the radio; null without a fix to believe.</returns>
    public static GeoPosition? PlaceOf(LpReport report) => Judge(report).Position;

    private static Reading Position(LpReport report, RadioEnvelope envelope)
    {
        var gps = report.Gps;
        var place = Judge(report);
        var moment = FixMoment.Of(gps.Time, gps.Date, envelope.Heard.Received);
        var body = new RadioPositionBody
        {
            FixValid = place.FixValid,
            Position = place.Position,
            FixTime = moment.Time,
            FixTimeRaw = moment.Raw,
            SpeedKmh = place.FixValid ? RadioPlace.Kmh(gps.SpeedKnots) : null,
            CourseDeg = place.FixValid ? gps.CourseDeg : null,
            RssiDbm = report.RssiDbm,
            Trigger = TriggerOf(report.Kind),
            RequestId = report.RequestId is { } id ? FormattableString.Invariant($"{id:x8}") : null,
            Result = report.Result is { } result and not LpResults.Ok ? result : null,
        };
        bool timeless = place.FixValid && moment.Time is null && moment.Flag is null;
        return envelope.Wrap(body, Lane.Telemetry, moment.Time, place.Flag, moment.Flag, timeless ? RadioFlags.NoFixTime : null);
    }

    // A result other than success says that there is no place, whatever stands in the block.
    private static RadioPlace Judge(LpReport report) =>
        RadioPlace.Of(report.Gps.HasFix && report.Result is null or LpResults.Ok, report.Gps.LatitudeDeg, report.Gps.LongitudeDeg);

    private static string TriggerOf(LpOpcode kind) => kind switch
    {
        LpOpcode.TriggeredReport => "triggered",
        LpOpcode.ConditionReport or LpOpcode.ConditionReportRssi => "condition",
        LpOpcode.EmergencyReport => "emergency",
        _ => "request",
    };
}
