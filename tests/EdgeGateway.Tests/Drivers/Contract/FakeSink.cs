using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Drivers.Contract;

/// <summary>A store that can be held and that can refuse.</summary>
public sealed class FakeSink : IReadingSink
{
    private readonly ConcurrentQueue<Reading> _entered = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stored;

    /// <summary>No emit completes until <see cref="Release"/>.</summary>
    public bool Holds { get; init; }

    /// <summary>So many emits complete although it holds.</summary>
    public int Free { get; init; }

    /// <summary>An emit completes, and is safe, in the moment in which it is stopped.</summary>
    public bool HoldsUntilStopped { get; init; }

    public bool Refuses { get; init; }

    /// <summary>Readings that were handed over, safe or not.</summary>
    public IReadOnlyCollection<Reading> Entered => _entered;

    public int Stored => Volatile.Read(ref _stored);

    public void Release() => _released.TrySetResult();

    public async ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
    {
        _entered.Enqueue(reading);
        if (Refuses)
        {
            throw new StoreRefusedException("disk full");
        }

        if (Holds && _entered.Count > Free)
        {
            await _released.Task.WaitAsync(ct);
        }

        if (HoldsUntilStopped)
        {
            await _released.Task.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new Emitted(Interlocked.Increment(ref _stored), false);
    }
}
