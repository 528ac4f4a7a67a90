using EdgeGateway.Configuration;
using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Uplink.Manifest;

/// <summary>Which range is the next to be stated.</summary>
public sealed class ManifestPlan(ManifestSettings settings)
{
    /// <param name="epochs">Epochs of the store, oldest first.</param>
    /// <param name="covered">What was stated before.</param>
    /// <param name="takenUpTo">Last position up to which everything was taken or waits no more.</param>
    /// <param name="sinceLast">Time since the last manifest.</param>
    /// <returns>Null when it is too early. What ended epochs have left does not wait for more.</returns>
    public ManifestRange? Next(IReadOnlyList<EpochSpan> epochs, (string? Epoch, long Seq) covered, long takenUpTo, TimeSpan sinceLast)
    {
        var (at, seq) = Start(epochs, covered);
        while (seq >= epochs[at].Head && at < epochs.Count - 1)
        {
            (at, seq) = (at + 1, 0);
        }

        var span = epochs[at];
        long sayable = Math.Min(span.Head, takenUpTo - span.Base);
        bool isWhole = sayable - seq >= settings.Readings;
        bool hasEnded = at < epochs.Count - 1 && sayable == span.Head;
        bool isDue = sayable > seq && (isWhole || hasEnded || sinceLast >= settings.Every);
        return isDue ? new ManifestRange(span.Epoch, seq + 1, Math.Min(sayable, seq + settings.Readings)) : null;
    }

    /// <summary>A mark of an epoch that is not here tells nothing of those that are.</summary>
    private static (int At, long Seq) Start(IReadOnlyList<EpochSpan> epochs, (string? Epoch, long Seq) covered)
    {
        for (int at = 0; at < epochs.Count; at++)
        {
            if (epochs[at].Epoch == covered.Epoch)
            {
                return (at, covered.Seq);
            }
        }

        return (0, 0);
    }
}
