using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Makes one body out of all that was told of a parcel. A pure function of the parts: the same after every restart.</summary>
internal static class ParcelMerge
{
    private const int MostItems = 256;

    /// <param name="parcel">The parts; which of their files are on disk makes no difference.</param>
    /// <param name="station">Where; null for a device that stands in no station.</param>
    public static MergedParcel Of(ToldParcel parcel, StationSettings? station)
    {
        var verdict = ParcelVerdict.Of(parcel.Parts, station is { Scanners.Count: > 0 });
        return new MergedParcel(Body(parcel, station, verdict), verdict);
    }

    private static ParcelInspectionBody Body(ToldParcel parcel, StationSettings? station, ParcelVerdict verdict)
    {
        var parts = parcel.Parts;
        ParcelInspectionBody[] told = [.. parts.Where(static part => part.Kind == PartKind.Scan).Select(static part => part.Body), .. parts.Where(static part => part.Kind != PartKind.Scan).Select(static part => part.Body)];
        string[] numbers = [.. parts.SelectMany(static part => PartTokens.Numbers(part.Body)).Distinct(StringComparer.Ordinal)];
        var opening = OpeningMerge.Of([.. parts.Select(static part => part.Body.OpenCheck).OfType<ParcelOpening>()]);
        string? name = parts.Select(static part => part.Body.RealName).LastOrDefault(static told => told is not null);
        return new ParcelInspectionBody
        {
            RecordId = parcel.RecordId,
            Station = station is null ? First(told, static body => body.Station) : new ParcelStation(station.Code, station.Name),
            Scanner = ScanMerge.Scanner([.. told.Select(static body => body.Scanner).OfType<ScannerIdentity>()]),
            Parcel = ScanMerge.Identity([.. told.Select(static body => body.Parcel).OfType<ParcelIdentity>()]),
            WaybillNo = numbers.Length == 1 ? numbers[0] : null,
            Barcodes = numbers.Length > 0 ? numbers : null,
            CourierCode = First(told, static body => body.CourierCode),
            Scan = ScanMerge.Scan([.. told.Select(static body => body.Scan).OfType<ParcelScan>()]),
            Result = verdict.Result,
            MachineResult = verdict.Operator is null ? null : verdict.Machine,
            OperatorResult = verdict.Operator,
            OperatorTime = verdict.OperatorAt,
            DangerGrade = told.Max(static body => body.DangerGrade),
            Items = All(told, static body => body.Items, MostItems),
            Tip = verdict.Tip ? true : told.Any(static body => body.Tip == false) ? false : null,
            RealName = name,
            OpenCheck = opening,
            Handling = parts.Select(static part => part.Body.Handling).LastOrDefault(static told => told is not null),
            Duties = new ThreeDuties(name is null ? null : name == ParcelWords.Verified, opening?.Done, verdict.Screened),
            Origin = parts.Select(static part => part.Body.Origin).Distinct().Count() == 1 ? parts[0].Body.Origin : ParcelWords.Joined,
            Position = First(told, static body => body.Position),
            Media = All(told, static body => body.Media, int.MaxValue),
            Flags = Flags(parcel, verdict),
            Source = station is null ? parts[0].Body.Source : null,
            Parts = [.. parts.Select(Part)],
        };
    }

    private static ParcelPart Part(ToldPart part) => new(
        part.Device,
        part.Body.Origin,
        part.Body.Source?.NativeId,
        part.Time,
        PartVerdict.OfOperator(part)?.Result ?? PartVerdict.OfMachine(part),
        PartTokens.Numbers(part.Body) is [var first, ..] ? first : null,
        part.Late ? true : null);

    private static string[]? Flags(ToldParcel parcel, ParcelVerdict verdict)
    {
        bool beside = !verdict.Tip && parcel.Parts.Any(static part => part.Body.Tip == true);
        string[] flags = [.. parcel.Parts.SelectMany(static part => part.Body.Flags ?? []).Concat(parcel.Flags).Concat(beside ? [ParcelFlags.TipBeside] : []).Distinct(StringComparer.Ordinal)];
        return flags.Length > 0 ? flags : null;
    }

    private static T? First<T>(ParcelInspectionBody[] told, Func<ParcelInspectionBody, T?> pick) => told.Select(pick).FirstOrDefault(static value => value is not null);

    private static T[]? All<T>(ParcelInspectionBody[] told, Func<ParcelInspectionBody, IReadOnlyList<T>?> pick, int most)
    {
        T[] all = [.. told.SelectMany(body => pick(body) ?? []).Distinct().Take(most)];
        return all.Length > 0 ? all : null;
    }
}
