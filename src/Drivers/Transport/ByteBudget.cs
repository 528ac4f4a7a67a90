namespace EdgeGateway.Drivers.Transport;

/// <summary>A number of bytes to be shared; who does not fit waits in line, so that a large one is not starved by small ones.</summary>
internal sealed class ByteBudget(long total)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _line = new();
    private readonly long _total = total;
    private long _free = total;

    /// <summary>Takes at most the whole budget, whatever was asked.</summary>
    /// <returns>What was taken, to be given back once.</returns>
    /// <exception cref="OperationCanceledException">Nothing was taken.</exception>
    public async ValueTask<long> TakeAsync(long bytes, CancellationToken ct)
    {
        long wanted = Math.Min(bytes, _total);
        if (Enter(wanted) is not { } waiter)
        {
            return wanted;
        }

        using var registration = ct.UnsafeRegister(static (state, _) => ((Waiter)state!).Leave(), waiter);
        await waiter.Task.ConfigureAwait(false);
        return wanted;
    }

    public void Give(long bytes)
    {
        if (bytes == 0)
        {
            return;
        }

        lock (_gate)
        {
            _free += bytes;
            ServeLine();
        }
    }

    private Waiter? Enter(long wanted)
    {
        lock (_gate)
        {
            if (_line.Count == 0 && _free >= wanted)
            {
                _free -= wanted;
                return null;
            }

            var waiter = new Waiter(this, wanted);
            waiter.Place = _line.AddLast(waiter);
            return waiter;
        }
    }

    private void Abandon(Waiter waiter)
    {
        lock (_gate)
        {
            if (waiter.Place is { } place)
            {
                waiter.Place = null;
                _line.Remove(place);
                waiter.TrySetCanceled();
                ServeLine();
            }
        }
    }

    private void ServeLine()
    {
        while (_line.First is { Value: var next } && _free >= next.Wanted)
        {
            _line.RemoveFirst();
            next.Place = null;
            _free -= next.Wanted;
            next.TrySetResult();
        }
    }

    private sealed class Waiter(ByteBudget budget, long wanted) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long Wanted { get; } = wanted;

        public LinkedListNode<Waiter>? Place { get; set; }

        public void Leave() => budget.Abandon(this);
    }
}
