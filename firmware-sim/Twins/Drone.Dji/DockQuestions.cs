using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>Questions of the dock, found again by their tid.</summary>
public sealed class DockQuestions
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> _open = new();

    /// <returns>The data of the answer; null when none came in time.</returns>
    public async Task<JsonNode?> AskAsync(string tid, Func<Task> send, TimeSpan patience, TimeProvider time, CancellationToken ct)
    {
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[tid] = answer;
        try
        {
            await send().ConfigureAwait(false);
            return await answer.Task.WaitAsync(patience, time, ct).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            _open.TryRemove(tid, out _);
        }
    }

    public void Answer(string tid, JsonNode data)
    {
        if (_open.TryGetValue(tid, out TaskCompletionSource<JsonNode>? waiting))
        {
            waiting.TrySetResult(data);
        }
    }
}
