namespace EdgeGateway.Drivers.Abstractions.HotList;

/// <summary>What became of one entry.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Refusal">A short fixed word such as <c>no-authority</c>; null when it was taken.</param>
public readonly record struct HotListVerdict(string Id, string? Refusal);
