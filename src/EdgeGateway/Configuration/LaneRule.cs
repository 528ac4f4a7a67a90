namespace EdgeGateway.Configuration;

/// <summary>How long and how much one lane keeps of what is not delivered.</summary>
/// <param name="Keep">In hours that the store has run, from one hour; null: until it is delivered.</param>
/// <param name="Quota">Bytes of its readings or files, from 1 MB; null: as much as the disk holds.</param>
/// <param name="WhenFull">What gives way at the quota, and when the disk runs short.</param>
public sealed record LaneRule(TimeSpan? Keep, long? Quota, WhenFull WhenFull);
