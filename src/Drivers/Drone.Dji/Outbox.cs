using System.Threading.Channels;
using EdgeGateway.Drivers.Transport.Brokers;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>
/// Answers and wishes on their way to the broker, in order. They go out beside the reading: the broker confirms them on the link on which the next message
/// may already wait.
/// </summary>
internal sealed class Outbox
{
    private const int Most = 256;

    private readonly Channel<Func<ISiteBroker, CancellationToken, Task>> _waiting = Channel.CreateBounded<Func<ISiteBroker, CancellationToken, Task>>(Most);

    public ValueTask PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken ct) => _waiting.Writer.WriteAsync((broker, end) => broker.PublishAsync(topic, payload, end), ct);

    public ValueTask SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct) => _waiting.Writer.WriteAsync((broker, end) => broker.SubscribeAsync(filters, end), ct);

    /// <summary>Throws away what waits: where there is no broker, nobody is answered.</summary>
    public void Clear()
    {
        while (_waiting.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>Runs until stopped.</summary>
    /// <exception cref="IOException">The link ended, or the broker refuses: what was asked is asked again by the device.</exception>
    public async Task RunAsync(ISiteBroker broker, CancellationToken ct)
    {
        await foreach (var one in _waiting.Reader.ReadAllAsync(ct).ConfigureAwait(false))
        {
            await one(broker, ct).ConfigureAwait(false);
        }
    }
}
