namespace EdgeGateway.Drivers.Abstractions;

/// <summary>
/// One conversation with one device, from connect to the end of the link. The host owns the loop around it:
/// back-off, reconnect, counters and shutdown are written once, there. A driver has no outer loop, no sleep, no catch-all.
/// </summary>
public interface IDeviceDriver : IAsyncDisposable
{
    /// <summary>Open, greet, log in, subscribe.</summary>
    /// <exception cref="DeviceFaultException">The device cannot be talked to, and why.</exception>
    Task ConnectAsync(CancellationToken ct);

    /// <summary>
    /// Reads until the link ends. <see cref="IReadingSink.EmitAsync"/> returns when the reading is on disk; only then
    /// is the device answered. Garbage is counted and skipped, it does not end the conversation.
    /// </summary>
    /// <exception cref="DeviceFaultException">The link ended otherwise than by order of the device.</exception>
    Task RunAsync(IReadingSink sink, CancellationToken ct);
}
