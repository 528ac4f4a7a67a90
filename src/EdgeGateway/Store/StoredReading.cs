using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store;

/// <param name="Position">Order inside this store, from 1, across all epochs.</param>
/// <param name="Epoch">Eight lower-case hex digits.</param>
/// <param name="Seq">Number inside the epoch.</param>
/// <param name="Lane">Its lane.</param>
/// <param name="Device">Device id.</param>
/// <param name="Kind">Kind, for the topic.</param>
/// <param name="Payload">The complete event, the same bytes at every repeat.</param>
public sealed record StoredReading(long Position, string Epoch, long Seq, Lane Lane, string Device, string Kind, ReadOnlyMemory<byte> Payload)
{
    /// <summary>When the gateway received it.</summary>
    public DateTimeOffset Received { get; init; }
}

/// <summary>What is to become of stored readings. Positions that are not there any more do not count.</summary>
/// <param name="Position">Which one; with <paramref name="Last"/> the first of a range.</param>
/// <param name="Last">Last position of the range, over all lanes.</param>
/// <param name="Parked">
/// Null: they are delivered, forget them; parked ones inside the range stay. Otherwise why they can never be delivered:
/// they stay on disk, out of the lanes.
/// </param>
public readonly record struct Settlement(long Position, long Last, string? Parked = null)
{
    /// <summary>One reading.</summary>
    public Settlement(long position, string? parked = null)
        : this(position, position, parked)
    {
    }
}
