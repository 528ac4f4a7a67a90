using System.Globalization;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>By what a statement can be known to mean the same parcel as another (xray.md section 5), apart from its time.</summary>
internal static class PartTokens
{
    private const string Tag = "TAG";
    private const string BarcodeType = "BARCODE";

    /// <summary>What names the parcel or its pass by itself: scan UID, package tag.</summary>
    public static IEnumerable<string> Names(ParcelInspectionBody body)
    {
        if (body.Scan?.Uid is { Length: > 0 } uid)
        {
            yield return "uid\n" + uid;
        }

        if (body.Parcel is { Id: { Length: > 0 } tag } && Is(body.Parcel.IdType, Tag))
        {
            yield return "tag\n" + tag;
        }
    }

    /// <summary>The controller's count, which begins anew when somebody presets it: only good for a while, and for one machine.</summary>
    public static string? Sequence(ParcelInspectionBody body) =>
        body.Scan?.Sequence is { } sequence ? string.Create(CultureInfo.InvariantCulture, $"seq\n{sequence}") : null;

    public static IEnumerable<string> Labels(ParcelInspectionBody body) => Numbers(body).Select(static number => "label\n" + number);

    /// <summary>Every number on a label that the statement gives, each once, in its order.</summary>
    public static IReadOnlyList<string> Numbers(ParcelInspectionBody body)
    {
        IEnumerable<string?> all = [body.WaybillNo, .. body.Barcodes ?? [], Is(body.Parcel?.IdType, BarcodeType) ? body.Parcel!.Id : null];
        return [.. all.OfType<string>().Where(static number => number.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    public static IEnumerable<string> All(ParcelInspectionBody body)
    {
        IEnumerable<string> known = [.. Names(body), .. Labels(body)];
        return Sequence(body) is { } sequence ? known.Append(sequence) : known;
    }

    /// <summary>True unless both say which machine they are and say it differently.</summary>
    public static bool MayBeSameMachine(string? one, string? other) => one is null || other is null || one == other;

    private static bool Is(string? word, string what) => string.Equals(word, what, StringComparison.OrdinalIgnoreCase);
}
