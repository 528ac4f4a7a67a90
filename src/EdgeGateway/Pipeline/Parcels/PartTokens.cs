using System.Globalization;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>By what a statement can be known to mean the same parcel as another (xray.md section 5), apart from its time.</summary>
internal static class PartTokens
{
    private const string Tag = "TAG";
    private const string BarcodeType = "BARCODE";
    private const string Label = "label\n";

    /// <summary>What names the pass by itself, for ever and everywhere: the UID of a scan as DICOS has it.</summary>
    public static string? Name(ParcelInspectionBody body) => IsUnique(body) && body.Scan?.Uid is { Length: > 0 } uid ? "uid\n" + uid : null;

    /// <summary>A scanner's own key of the parcel: only good for that scanner and for a while, for it may count anew when it starts.</summary>
    public static string? PackageTag(ParcelInspectionBody body)
    {
        string? tag = Is(body.Parcel?.IdType, Tag) ? body.Parcel!.Id : IsUnique(body) ? null : body.Scan?.Uid;
        return string.IsNullOrEmpty(tag) ? null : "tag\n" + tag;
    }

    /// <summary>The controller's count, which begins anew when somebody presets it: only good for a while, and for one machine.</summary>
    public static string? Sequence(ParcelInspectionBody body) =>
        body.Scan?.Sequence is { } sequence ? string.Create(CultureInfo.InvariantCulture, $"seq\n{sequence}") : null;

    public static IEnumerable<string> Labels(ParcelInspectionBody body) => Numbers(body).Select(static number => Label + number);

    /// <summary>Both bear labels and have none in common: then no time makes them one parcel.</summary>
    public static bool Contradict(IEnumerable<PartMark> one, IEnumerable<PartMark> other)
    {
        var labels = LabelsOf(one).ToHashSet(StringComparer.Ordinal);
        return labels.Count > 0 && LabelsOf(other).ToArray() is { Length: > 0 } others && !labels.Overlaps(others);
    }

    private static IEnumerable<string> LabelsOf(IEnumerable<PartMark> marks) =>
        marks.SelectMany(static mark => mark.Tokens).Where(static token => token.StartsWith(Label, StringComparison.Ordinal));

    /// <summary>Every number on a label that the statement gives, each once, in its order.</summary>
    public static IReadOnlyList<string> Numbers(ParcelInspectionBody body)
    {
        IEnumerable<string?> all = [body.WaybillNo, .. body.Barcodes ?? [], Is(body.Parcel?.IdType, BarcodeType) ? body.Parcel!.Id : null];
        return [.. all.OfType<string>().Where(static number => number.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    public static IEnumerable<string> All(ParcelInspectionBody body)
    {
        IEnumerable<string?> own = [Name(body), PackageTag(body), Sequence(body)];
        return [.. own.OfType<string>(), .. Labels(body)];
    }

    /// <summary>True unless both say which machine they are and say it differently.</summary>
    public static bool MayBeSameMachine(string? one, string? other) => one is null || other is null || one == other;

    private static bool IsUnique(ParcelInspectionBody body) => body.Origin == ParcelWords.Dicos;

    private static bool Is(string? word, string what) => string.Equals(word, what, StringComparison.OrdinalIgnoreCase);
}
