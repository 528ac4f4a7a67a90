namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>The dock's way to its broker.</summary>
public interface IDockWire : IAsyncDisposable
{
    bool IsUp { get; }

    /// <summary>Connects and subscribes.</summary>
    /// <param name="filters">What the dock wants to hear.</param>
    /// <param name="onMessage">Topic and payload of each message.</param>
    /// <param name="ct">Given up.</param>
    /// <exception cref="IOException">Nobody answers, or a refusal.</exception>
    Task ConnectAsync(IReadOnlyList<string> filters, Func<string, ReadOnlyMemory<byte>, ValueTask> onMessage, CancellationToken ct);

    /// <exception cref="IOException">The link ended.</exception>
    Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken ct);

    /// <summary>The link is gone without a goodbye.</summary>
    ValueTask DropAsync();
}
