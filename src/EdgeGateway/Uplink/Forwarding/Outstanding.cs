namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Messages of one lane that have no answer yet.</summary>
public sealed class Outstanding(TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _count;
    private long _progressAt;
    private TaskCompletionSource? _quiet;

    /// <summary>How long nothing was answered although something is outstanding; zero when nothing is.</summary>
    public TimeSpan Stalled()
    {
        lock (_gate)
        {
            return _count == 0 ? TimeSpan.Zero : time.GetElapsedTime(_progressAt);
        }
    }

    public void Begin()
    {
        lock (_gate)
        {
            if (_count++ == 0)
            {
                _progressAt = time.GetTimestamp();
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _progressAt = time.GetTimestamp();
            if (--_count == 0)
            {
                _quiet?.TrySetResult();
                _quiet = null;
            }
        }
    }

    /// <summary>Completes when nothing is outstanding.</summary>
    public Task QuietAsync()
    {
        lock (_gate)
        {
            if (_count == 0)
            {
                return Task.CompletedTask;
            }

            _quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _quiet.Task;
        }
    }
}
