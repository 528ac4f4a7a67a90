namespace EdgeGateway.Drivers.Transport;

/// <summary>A token that fires when the device hangs up or takes too long.</summary>
internal readonly struct InboxTimeLimit : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _aborted;

    public InboxTimeLimit(TimeSpan limit, TimeProvider time, CancellationToken aborted)
    {
        _limit = new CancellationTokenSource(limit, time);
        _registration = aborted.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _limit);
        _aborted = aborted;
    }

    public CancellationToken Token => _limit.Token;

    /// <summary>True when it was time and not the device that ended the wait.</summary>
    public bool Exceeded => _limit.IsCancellationRequested && !_aborted.IsCancellationRequested;

    public void Dispose()
    {
        _registration.Dispose();
        _limit.Dispose();
    }
}
