using System.Globalization;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Protocol.Plates;

/// <summary>Makes passing-vehicle records (plate-camera.md section 8) of readings.</summary>
public static class PassingRecords
{
    private const int MostCentimetres = 99_999;

    /// <param name="body">A plate read; what is not known in it stays absent.</param>
    /// <param name="device">Device id.</param>
    /// <param name="time">When it passed.</param>
    /// <param name="zone">Zone of the civil time that the platform takes.</param>
    /// <param name="list">Which list of plate colours the platform takes.</param>
    public static PassingRecord Of(PlateReadBody body, string device, DateTimeOffset time, TimeSpan zone, HpysList list)
    {
        var plate = body.Plate;
        var record = new PassingRecord
        {
            Kkbh = body.CheckpointId,
            Fxlx = body.Heading == Headings.Unknown ? null : Text(body.Heading),
            Cdh = body.LaneNo is { } lane ? Text(lane) : null,
            Hphm = PlateText(plate),
            Hpzl = PlateClass(plate),
            Gcsj = time.ToOffset(zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            Clsd = Whole(body.SpeedKmh),
            Clxs = Whole(body.LimitKmh),
            Wfdm = body.Violation?.Code ?? "0",
            Cwkc = Centimetres(body.Vehicle?.LengthMm),
            Hpys = Colour(plate, list),
            Cllx = body.Vehicle?.Class,
            Clpp = body.Vehicle?.Brand,
            Csys = body.Vehicle?.Colour is { } colour ? BodyColours.Ga.Write(colour) : null,
            Hpkxd = Whole(plate.Confidence),
            Mwhpkxd = Characters(plate),
            Sxjbh = device,
        };
        return WithPictures(WithSecondPlate(record, body.AttachedPlate ?? body.FurtherPlates?.FirstOrDefault(), list), body);
    }

    private static PassingRecord WithSecondPlate(PassingRecord record, PlateInfo? second, HpysList list) => second is null ? record : record with
    {
        Fzhpzl = PlateClass(second),
        Fzhphm = PlateText(second),
        Fzhpys = Colour(second, list),
    };

    private static PassingRecord WithPictures(PassingRecord record, PlateReadBody body)
    {
        var passages = Names(body, "scene", "vehicle", "other");
        return record with
        {
            Tplj = body.Media is { Count: > 0 } ? "up/media/" : null,
            Tp1 = passages.ElementAtOrDefault(0),
            Tp2 = passages.ElementAtOrDefault(1),
            Tp3 = passages.ElementAtOrDefault(2),
            Tztp = Names(body, "plate").FirstOrDefault(),
        };
    }

    // A mask goes out with the hyphens that GA/T 1400 has for unread characters; no plate and nothing read are both "-".
    private static string PlateText(PlateInfo plate) => plate.Text is { Length: > 0 } text ? text.Replace(PlateGrammar.Unread, '-') : "-";

    private static string PlateClass(PlateInfo plate) => plate.PlateClass is { Length: 2 } listed ? listed : plate.Outcome == "NO_PLATE" ? "41" : "44";

    private static string? Colour(PlateInfo plate, HpysList list) => list switch
    {
        HpysList.Second => plate.Colour is { } code ? PlateColours.GaSecondList.Write(code) : null,
        _ => plate.Colour is { } code ? PlateColours.Ga.Write(code) : "5",
    };

    private static string? Centimetres(int? millimetres) =>
        millimetres is { } length and > 0 && (length + 5L) / 10 is var centimetres and <= MostCentimetres ? centimetres.ToString(CultureInfo.InvariantCulture) : null;

    private static string? Characters(PlateInfo plate) =>
        plate is { Text: { } text, CharConfidence: { } values } && values.Count == text.Length
            ? string.Join(',', text.Zip(values, (c, value) => $"{c}-{Text(value)}")) : null;

    private static List<string> Names(PlateReadBody body, params string[] roles) =>
        [.. roles.SelectMany(role => body.Media?.Where(media => media.Role == role) ?? []).Select(media => media.Sha256)];

    private static string? Whole(double? value) => value is { } some and >= 0 and <= 999 ? Text((int)Math.Round(some, MidpointRounding.AwayFromZero)) : null;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
