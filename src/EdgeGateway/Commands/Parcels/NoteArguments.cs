using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Commands.Parcels;

/// <summary>Arguments of <c>parcel.note</c>; they come from outside.</summary>
internal static class NoteArguments
{
    public const string Bad = "bad-arguments";

    private const int LongestBarcode = 64;

    private static readonly string[] s_names = ["barcode", "recordId", "realName", "opened", "openResult", "handling"];
    private static readonly string[] s_realName = [ParcelWords.Verified, ParcelWords.Failed, ParcelWords.Absent];
    private static readonly string[] s_found = [ParcelWords.Clear, ParcelWords.Alarm];

    private static readonly string[] s_handling =
        [ParcelWords.Released, ParcelWords.Kept, ParcelWords.HandedToPolice, ParcelWords.Returned, ParcelWords.GivenUp, ParcelWords.FalseAlarm];

    /// <returns>The note and the record that it names, if it names one; null when the arguments make no sense.</returns>
    public static (ParcelInspectionBody Body, string? RecordId)? Read(JsonElement args, DateTimeOffset now)
    {
        bool sane = args.ValueKind == JsonValueKind.Object && args.EnumerateObject().All(static one => s_names.Contains(one.Name)) &&
            Text(args, "barcode", null, out string? barcode) & Text(args, "recordId", null, out string? recordId) &
            Text(args, "realName", s_realName, out string? realName) & Text(args, "openResult", s_found, out string? found) &
            Text(args, "handling", s_handling, out string? handling) & Flag(args, "opened", out bool? opened) &&
            barcode is null != recordId is null && !(found is not null && opened == false) && (realName ?? found ?? handling ?? (object?)opened) is not null;
        return !sane ? null : Made(args, now);
    }

    private static (ParcelInspectionBody, string?) Made(JsonElement args, DateTimeOffset now)
    {
        _ = Text(args, "barcode", null, out string? barcode) & Text(args, "recordId", null, out string? recordId) & Text(args, "realName", null, out string? realName) &
            Text(args, "openResult", null, out string? found) & Text(args, "handling", null, out string? handling) & Flag(args, "opened", out bool? opened);
        var body = new ParcelInspectionBody
        {
            Result = ParcelWords.Unknown,
            Origin = ParcelWords.Operator,
            Barcodes = barcode is null ? null : [barcode],
            RealName = realName,
            OpenCheck = opened is null && found is null ? null : new ParcelOpening(opened ?? true, null, now, found),
            Handling = handling,
        };
        return (body, recordId);
    }

    /// <returns>False when something stands there that is none of the words.</returns>
    private static bool Text(JsonElement args, string name, string[]? words, out string? text)
    {
        text = args.Word(name);
        return !args.TryGetProperty(name, out _) || (text is { Length: > 0 and <= LongestBarcode } && (words is null || words.Contains(text)));
    }

    private static bool Flag(JsonElement args, string name, out bool? flag)
    {
        bool there = args.TryGetProperty(name, out var value);
        flag = there && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;
        return !there || flag is not null;
    }
}
