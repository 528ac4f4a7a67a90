using System.Collections.Concurrent;
using System.Text.Json;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Dji;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Services of a gateway (drone.md section 2.9): each goes out once, and its reply is found by its tid.</summary>
/// <param name="broker">Open.</param>
/// <param name="options">Whose gateway, and how long it may take.</param>
/// <param name="time">Whose clock measures.</param>
internal sealed class ServiceCalls(ISiteBroker broker, DjiOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<int?>> _open = new(StringComparer.Ordinal);

    /// <summary>A reply came; one that nobody waits for any more is passed over.</summary>
    public void Answer(DjiMessage reply)
    {
        if (reply.Tid is { } tid && _open.TryGetValue(tid, out var waiting))
        {
            waiting.TrySetResult(reply.Data.Whole("result"));
        }
    }

    /// <summary>Never repeats itself: flight commands are not idempotent (section 2.2).</summary>
    /// <exception cref="IOException">The link ended: it may have arrived or not.</exception>
    public async Task<ServiceAnswer> CallAsync(string method, Action<Utf8JsonWriter>? data, CancellationToken ct)
    {
        string tid = Guid.NewGuid().ToString();
        var answer = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[tid] = answer;
        try
        {
            byte[] payload = DjiWriter.Service(tid, Guid.NewGuid().ToString(), method, time.GetUtcNow(), data);

            // A dock that is away would else find it when it comes back, and fly.
            await broker.PublishAsync(new DjiTopic(DjiChannel.Services, options.Gateway).ToString(), payload, options.AnswerTimeout, ct).ConfigureAwait(false);
            await ((Task)answer.Task).WaitAsync(options.AnswerTimeout, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            return answer.Task.IsCompletedSuccessfully ? new ServiceAnswer(true, await answer.Task.ConfigureAwait(false)) : default;
        }
        finally
        {
            _open.TryRemove(tid, out _);
        }
    }
}

/// <param name="Came">Whether a reply came in time.</param>
/// <param name="Result">What it says: 0 well, else an error code; null when that cannot be read.</param>
internal readonly record struct ServiceAnswer(bool Came, int? Result);
