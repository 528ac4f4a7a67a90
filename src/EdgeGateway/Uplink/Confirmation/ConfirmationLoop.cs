using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>What confirmation does by itself, once a second while there is a link.</summary>
public sealed class ConfirmationLoop(IReadingStore store, Delivery delivery, TailWatch tail, GapSearch gaps, ConfirmationLimits limits, TimeProvider time)
{
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            delivery.Settler.RetryDue();
            delivery.Handed.NothingWaitsUpTo(delivery.NothingWaitsUpTo(store.Status()));
            tail.Look();
            await gaps.StepAsync(ct).ConfigureAwait(false);
            await Task.Delay(limits.Look, time, ct).ConfigureAwait(false);
        }
    }
}
