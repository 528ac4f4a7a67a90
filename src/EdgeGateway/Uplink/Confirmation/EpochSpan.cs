using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>The numbers of one epoch and the positions they stand at.</summary>
/// <param name="Epoch">Eight lower-case hex digits.</param>
/// <param name="Base">Position = base + number.</param>
/// <param name="Head">Last number given.</param>
/// <param name="HasEnded">No more numbers are given: behind <paramref name="Head"/> the positions of the next epoch begin.</param>
public sealed record EpochSpan(string Epoch, long Base, long Head, bool HasEnded = false)
{
    /// <returns>All epochs of the store, oldest first.</returns>
    public static IEnumerable<EpochSpan> Of(StoreStatus status) =>
        status.Epochs.Select(epoch => new EpochSpan(epoch.Epoch, epoch.Base, epoch.Head ?? status.SeqHead, epoch.Head is not null));
}
