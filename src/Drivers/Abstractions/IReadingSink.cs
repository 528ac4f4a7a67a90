using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>Where a driver puts what it has read.</summary>
public interface IReadingSink
{
    /// <summary>
    /// Hands a reading over. Completes when the reading and all its attachments are committed and synced to disk,
    /// or were there already because the device repeats itself. Slow when the disk is slow: that is the brake.
    /// Calls that overlap keep their order.
    /// </summary>
    /// <exception cref="OperationCanceledException">Stopping; the reading is not safe and must not be acknowledged.</exception>
    /// <exception cref="StoreRefusedException">The disk refuses; the reading is not safe and must not be acknowledged.</exception>
    ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct);
}

/// <summary>What became of an emitted reading. Either way it is safe.</summary>
/// <param name="Seq">Its number; 0 when it was a repeat.</param>
/// <param name="Duplicate">True when the device's own identifier was seen before and nothing new was stored.</param>
public readonly record struct Emitted(long Seq, bool Duplicate);
