namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>Lets so many speak at once; who waits is served in order, orders before questions.</summary>
/// <param name="places">1 or more.</param>
internal sealed class BusTurns(int places)
{
    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _ahead = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _free = places;

    /// <param name="ahead">Before all that wait and do not say so.</param>
    /// <param name="ct">Gives the place in the queue up.</param>
    /// <returns>The turn; disposing it ends it.</returns>
    public async ValueTask<Turn> TakeAsync(bool ahead, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return new Turn(this);
            }

            (ahead ? _ahead : _waiting).Enqueue(mine);
        }

        using var cancelling = ct.UnsafeRegister(_ => mine.TrySetCanceled(ct), null);
        await mine.Task.ConfigureAwait(false);
        return new Turn(this);
    }

    private void End()
    {
        lock (_gate)
        {
            // Who gave up meanwhile cannot be given the turn.
            while (_ahead.TryDequeue(out var next) || _waiting.TryDequeue(out next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _free++;
        }
    }

    internal readonly struct Turn(BusTurns turns) : IDisposable
    {
        public void Dispose() => turns.End();
    }
}
