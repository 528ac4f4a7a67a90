using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>One reading and where it stood in its lane when the store gave it.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Previous">Position of the one before it in the lane; 0 for the first.</param>
/// <param name="AsOf"><see cref="LaneProgress.Rewinds"/> at that time.</param>
public readonly record struct LanePlace(StoredReading Reading, long Previous, int AsOf)
{
    public long Position => Reading.Position;
}
