using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store;

/// <summary>Readings that stay on disk because no broker could take them.</summary>
public interface IParkedReadings
{
    /// <summary>Puts parked readings back into their lanes under their old positions and numbers, a page at a time.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">Position behind which to start: what is parked again meanwhile is not met twice.</param>
    /// <param name="most">How many at the most, from 1.</param>
    /// <param name="ct">Not begun when cancelled.</param>
    /// <returns>What waits again, by position; fewer than <paramref name="most"/> when there is no more.</returns>
    Task<IReadOnlyList<ReturnedReading>> ReturnAsync(ParkedFilter filter, long after, int most, CancellationToken ct);
}

/// <param name="Device">Only of this device; empty for all.</param>
/// <param name="Why">Only those whose reason contains this; empty for all.</param>
public sealed record ParkedFilter(string Device = "", string Why = "");

/// <summary>A reading that waits again.</summary>
public readonly record struct ReturnedReading(Lane Lane, long Position);
