namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Conversations beside the listener, one at a time for each vehicle; what they throw ends the conversation.</summary>
internal sealed class Errands
{
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<byte, Task> _underWay = [];
    private CancellationToken _stop;

    /// <summary>Called by the listener only. Nothing happens when one for that vehicle is under way.</summary>
    public void Begin(byte system, Func<CancellationToken, Task> errand)
    {
        if (_underWay.GetValueOrDefault(system)?.IsCompleted != false)
        {
            _underWay[system] = WatchAsync(errand);
        }
    }

    /// <summary>Before the listener begins.</summary>
    public void Open(CancellationToken stop) => _stop = stop;

    /// <summary>Ends when an errand fails.</summary>
    public Task RunAsync(CancellationToken ct) => _failed.Task.WaitAsync(ct);

    /// <summary>After the listener has ended: nothing is left behind.</summary>
    public Task EndAsync() => Task.WhenAll(_underWay.Values);

    private async Task WatchAsync(Func<CancellationToken, Task> errand)
    {
        try
        {
            await errand(_stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The conversation is over.
        }
        catch (Exception error)
        {
            _failed.TrySetException(error);
        }
    }
}
