using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What several parts say of scanner, parcel and scan: what the first leaves open a later one adds.</summary>
internal static class ScanMerge
{
    public static ScannerIdentity? Scanner(IReadOnlyList<ScannerIdentity> told) => told.Count == 0 ? null : told.Aggregate(static (first, more) => new ScannerIdentity(
        first.Vendor ?? more.Vendor,
        first.Model ?? more.Model,
        first.Serial ?? more.Serial,
        first.MachineId ?? more.MachineId,
        first.Location ?? more.Location,
        first.Software ?? more.Software));

    /// <remarks>An id, who gave it and of what sort it is belong together.</remarks>
    public static ParcelIdentity? Identity(IReadOnlyList<ParcelIdentity> told) => told.Count == 0 ? null : told.Aggregate(static (first, more) =>
    {
        var named = first.Id is null ? more : first;
        return new ParcelIdentity(named.Id, named.Issuer, named.IdType, first.Type ?? more.Type, first.SizeM ?? more.SizeM);
    });

    public static ParcelScan? Scan(IReadOnlyList<ParcelScan> told) => told.Count == 0 ? null : told.Aggregate(static (first, more) => first with
    {
        Uid = first.Uid ?? more.Uid,
        Id = first.Id ?? more.Id,
        Time = first.Time ?? more.Time,
        Status = first.Status ?? more.Status,
        Type = first.Type ?? more.Type,
        ReportedBy = first.ReportedBy ?? more.ReportedBy,
        Algorithm = first.Algorithm ?? more.Algorithm,
        DecisionTime = first.DecisionTime ?? more.DecisionTime,
        AbortReasons = Both(first.AbortReasons, more.AbortReasons),
        ProcessingMs = first.ProcessingMs ?? more.ProcessingMs,
        Objects = first.Objects ?? more.Objects,
        AlarmObjects = first.AlarmObjects ?? more.AlarmObjects,
        Sequence = first.Sequence ?? more.Sequence,
    });

    private static IReadOnlyList<string>? Both(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null ? other : other is null ? one : [.. one.Union(other)];
}
