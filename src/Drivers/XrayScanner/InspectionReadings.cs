using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>From an event and the site's map to a reading (xray.md section 5). No clock: the time of receipt is passed in.</summary>
/// <param name="map">What the site knows.</param>
/// <param name="place">What the configuration and the driver know.</param>
internal sealed class InspectionReadings(InspectionMap map, InspectionPlace place)
{
    private const int MostBarcodes = 32;

    private readonly InspectionItems _items = new(map, place.VendorCategory);

    public Reading Read(InspectionEvent @event, EventMap fields, DateTimeOffset received)
    {
        var flags = new FlagList();
        flags.AddRange(@event.Flags);
        var moment = InspectionMoment.Of(fields.Time.Text(@event.Body), place.Zone, received, flags);
        var pictures = InspectionPictures.Of(fields.Pictures, @event, flags);
        var items = _items.Read(fields, @event.Body, pictures.Size, flags);
        var verdict = InspectionVerdict.Of(fields, @event.Body, flags);
        var body = Body(@event, fields, verdict, items, flags);
        body = fields.Sort == EventSort.Opening ? InspectionOpening.Told(body, fields, @event.Body, place.Zone, flags) : Screened(body, fields, @event, verdict, moment);
        body = Doubted(body, flags);
        flags.Add(IsBlank(body), "MAP_FINDS_NOTHING");
        body = body with { Media = pictures.Media, Flags = flags.OrNull(), Source = new SourceInfo(NativeId(@event, body, moment), false, moment.Text) };
        var reading = new Reading
        {
            Device = place.Device,
            Driver = place.Driver,
            Lane = body.Result == ParcelWords.Alarm ? Lane.Alarm : Lane.Event,
            Time = moment.Time,
            TimeFrom = moment.From,
            Received = received,
            Body = body,
            Attachments = pictures.Attachments,
            DeviceOffsetMs = moment.From == TimeOrigin.Device ? (long)(moment.Time - received).TotalMilliseconds : null,
        };
        return reading with { RepeatKey = RepeatKey(reading, body) };
    }

    private ParcelInspectionBody Body(InspectionEvent @event, EventMap fields, InspectionVerdict verdict, IReadOnlyList<ParcelItem>? items, FlagList flags)
    {
        string[] barcodes = [.. fields.Barcodes.Texts(@event.Body).Select(ScannerText.Clean).OfType<string>().Distinct().Take(MostBarcodes)];
        string? tag = ScannerText.Clean(fields.Tag.Text(@event.Body));
        return new ParcelInspectionBody
        {
            Scanner = new ScannerIdentity(place.Vendor, MachineId: ScannerText.Clean(fields.Machine.Text(@event.Body)) ?? Number(@event.Channel)),
            Parcel = barcodes.Length > 0 ? new ParcelIdentity(barcodes[0], IdType: "BARCODE") : tag is not null ? new ParcelIdentity(tag, IdType: "TAG") : null,
            WaybillNo = barcodes is [var only] ? only : null,
            Barcodes = barcodes.Length > 0 ? barcodes : null,
            Scan = tag is not null || verdict.Raw is not null ? new ParcelScan { Uid = tag, Status = ScannerText.Code(verdict.Raw) } : null,
            Result = verdict.Result,
            DangerGrade = verdict.Grade,
            Items = items,
            RealName = Word(fields.RealName, @event, flags),
            Handling = Word(fields.Handling, @event, flags),
            Origin = place.Origin,
        };
    }

    /// <remarks>A type of events of which the map knows no verdict and that brings pictures shows a parcel; any other one judges it, and may fail to.</remarks>
    private static ParcelInspectionBody Screened(ParcelInspectionBody body, EventMap fields, InspectionEvent @event, InspectionVerdict verdict, InspectionMoment moment)
    {
        bool remote = fields.Remote.Text(@event.Body)?.ToLowerInvariant() is "true" or "1";
        return body with
        {
            Picture = !fields.Decision.Paths.IsMapped && !fields.Grade.IsMapped && @event.Pictures.Count > 0 ? true : null,
            Scan = (body.Scan ?? new ParcelScan()) with
            {
                Time = moment.From == TimeOrigin.Device ? moment.Time : null,
                ReportedBy = remote ? "REMOTE" : verdict.IsTold ? "MACHINE" : null,
                Objects = body.Items?.Count,
            },
        };
    }

    /// <summary>What was cut off or could not be read may have been the danger: an event is clear only when all of it was read, and a danger beside it is seen.</summary>
    private static ParcelInspectionBody Doubted(ParcelInspectionBody body, FlagList flags)
    {
        if (body.Result != ParcelWords.Clear)
        {
            return body;
        }

        flags.Add(body.Items?.Any(static item => item.Threat == true) == true, "CLEAR_WITH_THREATS");
        return flags.Contains(InspectionEvent.Cut) || flags.Contains(InspectionEvent.Repaired) ? body with { Result = ParcelWords.Unknown, OpenCheck = body.OpenCheck is { } opening ? opening with { Result = null } : null } : body;
    }

    private static string? Word(WordMap map, InspectionEvent @event, FlagList flags)
    {
        var (raw, word) = map.Read(@event.Body);
        flags.Add(raw is not null && word is null, "ENUM_UNKNOWN");
        return word;
    }

    /// <summary>A map whose paths lead nowhere shows: the parcel still counts, and nobody takes it for a clear one.</summary>
    private static bool IsBlank(ParcelInspectionBody body) =>
        body is { Result: ParcelWords.Unknown, Parcel: null, Items: null, DangerGrade: null, Handling: null, RealName: null, Scan.Status: null };

    /// <summary>
    /// The scanner's key, the channel, and the time; a parcel may be opened in the second in which it was screened. Without a key a parcel that comes twice is no repeat, so something must tell the
    /// two apart: with neither key nor time there is no identifier, and a repeat comes out twice.
    /// </summary>
    private static string? NativeId(InspectionEvent @event, ParcelInspectionBody body, InspectionMoment moment)
    {
        bool timed = moment.From == TimeOrigin.Device;
        string? key = body.Scan?.Uid ?? (timed ? body.Parcel?.Id ?? BodyDigest.Of(@event.Body) : null);
        string when = timed ? FormattableString.Invariant($"{moment.Time.ToUnixTimeMilliseconds()}") : BodyDigest.Of(@event.Body);
        string suffix = body.OpenCheck is null ? string.Empty : "/opening";
        return key is null ? null : FormattableString.Invariant($"{key}/{@event.Channel}/{when}{suffix}");
    }

    /// <summary>The same event may come again with pictures that were missing, or with another verdict: that is no repeat.</summary>
    private static string? RepeatKey(Reading reading, ParcelInspectionBody body) =>
        body.Source?.NativeId is { } native
            ? $"{native}\n{body.Result}\n{body.DangerGrade}\n{body.Handling}\n{string.Join(' ', body.Barcodes ?? [])}\n{string.Concat(reading.Attachments.Select(static one => one.Sha256[..16]))}"
            : null;

    private static string? Number(int? channel) => channel is { } number ? FormattableString.Invariant($"{number}") : null;
}
