using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>When a record is told, and whether it is final then.</summary>
internal static class ParcelJudge
{
    /// <returns>Whether at once, and whether no more is expected.</returns>
    public static (Telling When, bool Final) Of(KeptParcel parcel, ToldParcel told, ParcelInspectionBody body)
    {
        bool reopened = told.Flags.Contains(ParcelFlags.Reopened);
        bool final = reopened || IsComplete(parcel.Station, told, body) || told.Flags.Contains(ParcelFlags.Crowded);
        bool alarms = IsAlarm(body) && !parcel.IsAlarm && !parcel.IsHeld;
        bool first = parcel.Version == 0 && parcel.Flight is null;
        bool complete = final && !reopened;
        return (alarms || complete || (first && IsScanned(told)) ? Telling.Now : first ? Telling.NotYet : Telling.Soon, final);
    }

    /// <summary>A training image is never an alarm.</summary>
    public static bool IsAlarm(ParcelInspectionBody body) => body.Result == ParcelWords.Alarm && body.Tip != true;

    /// <remarks>What is not clear is somebody's to look at: it waits for that word until its time is up.</remarks>
    private static bool IsComplete(StationSettings station, ToldParcel told, ParcelInspectionBody body) =>
        station.Expects.Count > 0 && station.Expects.All(word => IsThere(word, told)) && (body.Result == ParcelWords.Clear || body.OperatorResult is not null);

    private static bool IsThere(PartWord word, ToldParcel told) => word switch
    {
        PartWord.Scan => IsScanned(told),
        PartWord.Picture => told.Parts.Any(static part => part is { Unstored: false, Body.Media.Count: > 0 }),
        PartWord.Barcode => told.Parts.Any(static part => part.Kind == PartKind.Barcode),
        PartWord.Plc => told.Parts.Any(static part => part.Kind == PartKind.Plc),
        _ => told.Parts.Any(static part => part.Kind == PartKind.Desk),
    };

    private static bool IsScanned(ToldParcel told) => told.Parts.Any(static part => part.Kind == PartKind.Scan && PartVerdict.OfMachine(part) is not null);
}
