using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>What confirmation does by itself, once a second while there is a link.</summary>
public sealed class ConfirmationLoop(
    IReadingStore store, Delivery delivery, TailWatch tail, MediaWatch files, MediaDesk names, GapSearch gaps, ConfirmationLimits limits, TimeProvider time)
{
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            delivery.Settler.RetryDue();
            names.RetryDue();
            delivery.Handed.NothingWaitsUpTo(delivery.NothingWaitsUpTo(store.Status()));
            tail.Look();
            files.Look();
            await gaps.StepAsync(ct).ConfigureAwait(false);
            await Task.Delay(limits.Look, time, ct).ConfigureAwait(false);
        }
    }
}
