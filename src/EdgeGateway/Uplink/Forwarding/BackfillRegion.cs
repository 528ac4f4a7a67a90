namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// The part of a lane that travels as batches while the lane itself goes on with what is newer: one interval of
/// positions, or none. See docs/decisions/0007-two-streams.md.
/// </summary>
/// <param name="time">Clock.</param>
public sealed class BackfillRegion(TimeProvider time)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _begun = NewSignal();
    private (long From, long UpTo)? _span;
    private long? _barredSince;
    private TimeSpan _barredFor;

    /// <summary>Behind the first position up to and with the second; null when the lane is one stream.</summary>
    public (long From, long UpTo)? Span
    {
        get
        {
            lock (_gate)
            {
                return _span;
            }
        }
    }

    /// <summary>False while batches are not taken by the broker: the lane then sends everything itself.</summary>
    public bool MayBegin
    {
        get
        {
            lock (_gate)
            {
                return _barredSince is not { } since || time.GetElapsedTime(since) >= _barredFor;
            }
        }
    }

    /// <summary>Makes the region, or makes it larger.</summary>
    public void Extend(long from, long upTo)
    {
        lock (_gate)
        {
            _span = _span is { } span ? (Math.Min(span.From, from), Math.Max(span.UpTo, upTo)) : (from, upTo);
            _begun.TrySetResult();
        }
    }

    /// <summary>All of it is done; not when it grew meanwhile.</summary>
    public bool TryEnd((long From, long UpTo) span)
    {
        lock (_gate)
        {
            return _span == span && End();
        }
    }

    /// <summary>A new link: the lane looks anew.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            End();
            _barredSince = null;
        }
    }

    /// <summary>Batches are not welcome at this broker for a while.</summary>
    public void Bar(TimeSpan span)
    {
        lock (_gate)
        {
            (_barredSince, _barredFor) = (time.GetTimestamp(), span);
            End();
        }
    }

    /// <summary>Completes when there is a region.</summary>
    public Task BegunAsync()
    {
        lock (_gate)
        {
            return _begun.Task;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool End()
    {
        _span = null;
        if (_begun.Task.IsCompleted)
        {
            _begun = NewSignal();
        }

        return true;
    }
}
