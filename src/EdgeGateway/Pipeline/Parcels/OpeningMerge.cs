using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What several parts say of the opening.</summary>
internal static class OpeningMerge
{
    /// <param name="told">In the order of arrival.</param>
    /// <returns>Opened when anybody says so; the last word on what was found counts. Null when nobody told.</returns>
    public static ParcelOpening? Of(IReadOnlyList<ParcelOpening> told) => told.Count == 0 ? null : told.Aggregate(static (first, more) => new ParcelOpening(
        first.Done || more.Done,
        Earlier(first.Begin, more.Begin),
        Later(first.End, more.End),
        more.Result ?? first.Result,
        more.Description ?? first.Description));

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other ? one : other ?? one;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other ? one : other ?? one;
}
