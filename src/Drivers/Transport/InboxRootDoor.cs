namespace EdgeGateway.Drivers.Transport;

/// <summary>One device's way in below a shared root. It stays known when its driver is away, so that the device hears 503 and not 404.</summary>
internal sealed class InboxRootDoor(InboxClaim claim, HttpInboxOptions options) : IDisposable
{
    private readonly CancellationTokenSource _closed = new();

    public InboxClaim Claim { get; } = claim;

    /// <summary>Cancelled when the driver no longer takes requests.</summary>
    public CancellationToken Closed => _closed.Token;

    public bool IsOpen => !_closed.IsCancellationRequested;

    public InboxShare Share { get; } = new(options);

    /// <summary>Does not dispose the source: requests inside still hold it.</summary>
    public void Dispose() => _closed.Cancel();
}
