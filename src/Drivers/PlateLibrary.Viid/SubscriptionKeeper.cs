using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>
/// Keeps the subscription: made when the library has registered, made again whenever it registers again, prolonged after
/// three quarters of its time. A refusal is counted and asked again; the conversation goes on, the library may notify anyway.
/// </summary>
public sealed class SubscriptionKeeper(LibrarySubscription subscription, ViidLibraryOptions options, DriverContext context, Random random) : IDisposable
{
    private static readonly TimeSpan s_leastPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_mostPause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _registered = new(0, 1);

    private bool _made;

    /// <summary>True once the library was asked: it may have taken it even when its answer did not arrive.</summary>
    public bool MayBeThere { get; private set; }

    /// <summary>The library has registered.</summary>
    public void Registered()
    {
        try
        {
            _registered.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two registrations before we looked are one to us.
        }
    }

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await _registered.WaitAsync(ct).ConfigureAwait(false);
        bool anew = true;
        var backoff = new FullJitterBackoff(random, s_leastPause, s_mostPause);
        while (true)
        {
            TimeSpan pause;
            try
            {
                MayBeThere = true;
                await subscription.EnsureAsync(anew, ct).ConfigureAwait(false);
                _made = true;
                backoff.Reset();
                pause = options.Subscription * 0.75;
            }
            catch (DeviceFaultException fault)
            {
                context.Watch.Fault(fault.Kind, "subscription-refused");
                pause = backoff.Next();
            }

            anew = await RegisteredWithinAsync(pause, ct).ConfigureAwait(false) || !_made;
        }
    }

    public void Dispose() => _registered.Dispose();

    private async Task<bool> RegisteredWithinAsync(TimeSpan pause, CancellationToken ct)
    {
        using var over = new CancellationTokenSource(pause, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, over.Token);
        try
        {
            await _registered.WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
