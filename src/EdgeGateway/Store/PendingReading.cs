using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Parcels;

namespace EdgeGateway.Store;

/// <summary>A reading on its way into the store: all of it but its number.</summary>
public sealed record PendingReading
{
    public required Lane Lane { get; init; }

    public required string Device { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset Received { get; init; }

    /// <summary>What <see cref="ReadingEnvelope.Tail"/> wrote.</summary>
    public required ReadOnlyMemory<byte> Tail { get; init; }

    /// <summary>128-bit digest of driver, device and the device's own identifier; null when the device has none.</summary>
    public UInt128? NativeKey { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The record of the parcel that this reading shows, changed in the same commit; null for every other reading.</summary>
    public ParcelChange? Parcel { get; init; }

    /// <summary>A reading as the store takes it, with its files.</summary>
    /// <param name="reading">With everything but its number.</param>
    /// <param name="envelope">Writes it.</param>
    public static PendingReading Of(Reading reading, ReadingEnvelope envelope) => new()
    {
        Lane = reading.Lane,
        Device = reading.Device,
        Kind = reading.Body.Kind,
        Received = reading.Received,
        Tail = envelope.Tail(reading),
        Attachments = reading.Attachments,
    };
}

/// <summary>The number a reading got.</summary>
/// <param name="Epoch">Eight lower-case hex digits; empty for a duplicate.</param>
/// <param name="Seq">From 1 without holes inside an epoch; 0 for a duplicate.</param>
/// <param name="Duplicate">True when the native key was known.</param>
public readonly record struct Appended(string Epoch, long Seq, bool Duplicate);
