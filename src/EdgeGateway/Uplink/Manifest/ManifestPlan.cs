using EdgeGateway.Configuration;
using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Uplink.Manifest;

/// <summary>
/// Which range is the next to be stated. Only of the epoch that goes on: an epoch ends because its store was damaged, and
/// who lost part of the evidence states nothing more; <c>store.recovered</c> and the gaps of damage speak of its rest.
/// </summary>
public sealed class ManifestPlan(ManifestSettings settings)
{
    /// <param name="epochs">Epochs of the store, oldest first.</param>
    /// <param name="covered">What was stated before.</param>
    /// <param name="takenUpTo">Last position up to which everything was taken or waits no more.</param>
    /// <param name="sinceLast">Time since the last manifest.</param>
    /// <returns>Null when it is too early.</returns>
    public ManifestRange? Next(IReadOnlyList<EpochSpan> epochs, (string? Epoch, long Seq) covered, long takenUpTo, TimeSpan sinceLast)
    {
        var span = epochs[^1];
        long seq = covered.Epoch == span.Epoch ? covered.Seq : 0;
        long sayable = Math.Min(span.Head, takenUpTo - span.Base);
        bool isDue = sayable > seq && (sayable - seq >= settings.Readings || sinceLast >= settings.Every);
        return isDue ? new ManifestRange(span.Epoch, seq + 1, Math.Min(sayable, seq + settings.Readings)) : null;
    }
}
