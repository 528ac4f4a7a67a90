namespace EdgeGateway.Pipeline.Parcels;

/// <summary>A reading of a record on its way to the disk. A record has one at a time, so that its versions have no holes whatever is refused.</summary>
internal sealed record Flight(int Version, long Revision, bool Final, bool Alarm);
