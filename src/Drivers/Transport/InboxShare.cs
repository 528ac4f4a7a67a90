namespace EdgeGateway.Drivers.Transport;

/// <summary>The part of an inbox that one device, or all strangers together, may use.</summary>
internal sealed class InboxShare(HttpInboxOptions options)
{
    /// <summary>Lets in so many requests at one time.</summary>
    public SemaphoreSlim Turns { get; } = new(options.RequestsPerDevice, options.RequestsPerDevice);

    /// <summary>No device may hold more than half of the memory of all.</summary>
    public ByteBudget Memory { get; } = new(options.MemoryForOne);
}
