using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store;

/// <param name="Position">Order inside this store, from 1, across all epochs.</param>
/// <param name="Epoch">Eight lower-case hex digits.</param>
/// <param name="Seq">Number inside the epoch.</param>
/// <param name="Lane">Its lane.</param>
/// <param name="Device">Device id.</param>
/// <param name="Kind">Kind, for the topic.</param>
/// <param name="Payload">The complete event, the same bytes at every repeat.</param>
public sealed record StoredReading(long Position, string Epoch, long Seq, Lane Lane, string Device, string Kind, ReadOnlyMemory<byte> Payload);

/// <summary>What is to become of one stored reading.</summary>
/// <param name="Position">Which one.</param>
/// <param name="Parked">Null: it is delivered, forget it. Otherwise why it can never be delivered: it stays on disk, out of the lanes.</param>
public readonly record struct Settlement(long Position, string? Parked = null);
