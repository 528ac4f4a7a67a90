using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Which files of a record are not on disk, by what its parts say.</summary>
internal static class PartFiles
{
    public static bool Lacks(ToldParcel told) => told.Parts.Any(static part => part.Unstored);

    /// <summary>The record as it is when the files of these parts, the very same objects, are on disk.</summary>
    public static ToldParcel Stored(ToldParcel told, IReadOnlyCollection<ToldPart> parts) => parts.Count == 0 ? told : told with
    {
        Parts = [.. told.Parts.Select(part => parts.Contains(part, ReferenceEqualityComparer.Instance) ? part with { Unstored = false } : part)],
    };

    /// <summary>A reading names no file that is not on disk with it.</summary>
    public static ParcelInspectionBody Shown(ToldParcel told, ParcelInspectionBody body)
    {
        if (body.Media is null || !Lacks(told))
        {
            return body;
        }

        var stored = told.Parts.Where(static part => !part.Unstored).SelectMany(static part => part.Body.Media ?? []).Select(static file => file.Sha256).ToHashSet(StringComparer.Ordinal);
        MediaRef[] shown = [.. body.Media.Where(file => stored.Contains(file.Sha256))];
        return body with { Media = shown.Length > 0 ? shown : null };
    }
}
