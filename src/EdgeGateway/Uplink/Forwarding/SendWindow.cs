using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// The places in flight that the broker grants, handed to the lanes: the higher lane first, and every eighth place to
/// the lowest lane that waits, so that no backlog of alarms or events stops the pictures for ever.
/// </summary>
/// <param name="places">Most messages without an answer, from 1.</param>
public sealed class SendWindow(int places)
{
    private const int AgeingEvery = 8;

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource>[] _waiting = [new(), new(), new(), new()];
    private int _free = places;
    private int _handedOn;

    /// <summary>Completes when a place is free for the lane.</summary>
    public ValueTask TakeAsync(Lane lane, CancellationToken ct)
    {
        TaskCompletionSource turn;
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return ValueTask.CompletedTask;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting[(int)lane].Enqueue(turn);
        }

        return new ValueTask(WaitAsync(turn, ct));
    }

    /// <summary>Gives a place back; call once for each one taken.</summary>
    public void Return()
    {
        lock (_gate)
        {
            while (Next() is { } turn)
            {
                if (turn.TrySetResult())
                {
                    return;
                }
            }

            _free++;
        }
    }

    private async Task WaitAsync(TaskCompletionSource turn, CancellationToken ct)
    {
        using var cancel = ct.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), turn);
        await turn.Task.ConfigureAwait(false);
    }

    private TaskCompletionSource? Next()
    {
        bool ageing = ++_handedOn % AgeingEvery == 0;
        var lanes = ageing ? _waiting.AsEnumerable().Reverse() : _waiting;
        return lanes.FirstOrDefault(queue => queue.Count > 0)?.Dequeue();
    }
}
