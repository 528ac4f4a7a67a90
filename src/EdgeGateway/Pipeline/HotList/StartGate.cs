namespace EdgeGateway.Pipeline.HotList;

/// <summary>Holds up what comes before the lists are loaded, and lets it through in the order in which it came.</summary>
internal sealed class StartGate
{
    private readonly Lock _gate = new();
    private Queue<Action>? _waiting = new();

    /// <summary>Nothing waits any more.</summary>
    public bool IsOpen => Volatile.Read(ref _waiting) is null;

    /// <summary>Takes a step at once, or in its turn when the gate opens.</summary>
    public ValueTask<T> PassAsync<T>(Func<ValueTask<T>> step)
    {
        lock (_gate)
        {
            if (_waiting is { } waiting)
            {
                var turn = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.Enqueue(() => Take(turn, step));
                return new ValueTask<T>(turn.Task.Unwrap());
            }
        }

        return step();
    }

    public void Open()
    {
        while (Next() is { } step)
        {
            step();
        }
    }

    /// <remarks>A step that throws must not leave the gate shut for all others.</remarks>
    private static void Take<T>(TaskCompletionSource<Task<T>> turn, Func<ValueTask<T>> step)
    {
        try
        {
            turn.SetResult(step().AsTask());
        }
        catch (Exception failure)
        {
            turn.SetException(failure);
        }
    }

    /// <returns>Null when nothing waits; from then on nothing ever does.</returns>
    private Action? Next()
    {
        lock (_gate)
        {
            if (_waiting!.TryDequeue(out var step))
            {
                return step;
            }

            _waiting = null;
            return null;
        }
    }
}
