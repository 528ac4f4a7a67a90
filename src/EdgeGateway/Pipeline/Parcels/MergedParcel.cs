using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What the parts of a record come to.</summary>
/// <param name="Body">Without version and end, and with every file, on disk or not.</param>
/// <param name="Verdict">How its result came about.</param>
internal sealed record MergedParcel(ParcelInspectionBody Body, ParcelVerdict Verdict);
