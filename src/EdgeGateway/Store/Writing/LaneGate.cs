namespace EdgeGateway.Store.Writing;

/// <summary>Where one pump waits for its lane. Costs the writer nothing while nobody waits.</summary>
internal sealed class LaneGate
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _next;
    private long _last;
    private bool _closed;

    /// <summary>Completes when something arrived behind the position.</summary>
    /// <returns>The last position that arrived.</returns>
    public async Task<long> PassAsync(long after, CancellationToken ct)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_closed, typeof(SqliteReadingStore));
                if (_last > after)
                {
                    return _last;
                }

                _next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                next = _next.Task;
            }

            await next.WaitAsync(ct);
        }
    }

    public void Publish(long last)
    {
        lock (_gate)
        {
            if (last > _last)
            {
                _last = last;
                Wake();
            }
        }
    }

    /// <summary>Sends everybody away.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Wake();
        }
    }

    private void Wake()
    {
        _next?.SetResult();
        _next = null;
    }
}
