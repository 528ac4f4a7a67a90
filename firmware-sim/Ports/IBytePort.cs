namespace EdgeGateway.Sim.Ports;

/// <summary>How bytes get to the gateway and back: a serial line, a serial server, UDP.</summary>
public interface IBytePort : IAsyncDisposable
{
    /// <summary>False where each send is a datagram of its own.</summary>
    bool IsStream { get; }

    void Open();

    /// <summary>Hears until stopped.</summary>
    /// <param name="received">What came.</param>
    /// <param name="lost">The peer is gone; a new one may come.</param>
    /// <param name="ct">Stops.</param>
    Task RunAsync(Func<ReadOnlyMemory<byte>, ValueTask> received, Action lost, CancellationToken ct);

    /// <returns>False when nobody is there.</returns>
    ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>Cuts the link; on UDP another source port from now on.</summary>
    void Drop();
}
