namespace EdgeGateway.Sim.Radio;

/// <summary>Which of our frames waits for its acknowledgement, and who repeats what: the lock-step of pdt-radio.md section 2.4.</summary>
/// <param name="patience">Wait for one acknowledgement.</param>
/// <param name="retries">How often the same bytes go out again.</param>
/// <param name="time">Clock.</param>
public sealed class AckWait(TimeSpan patience, int retries, TimeProvider time)
{
    private readonly Lock _gate = new();
    private (ushort Number, TaskCompletionSource<bool> Heard)? _open;

    /// <returns>True when it was acknowledged.</returns>
    public async Task<bool> TellAsync(ushort number, Func<Task<bool>> send, CancellationToken ct)
    {
        var heard = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _open = (number, heard);
        }

        for (int attempt = 0; attempt <= retries; attempt++)
        {
            if (!await send().ConfigureAwait(false))
            {
                return false;
            }

            await ((Task)heard.Task).WaitAsync(patience, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (heard.Task.IsCompleted)
            {
                return await heard.Task.ConfigureAwait(false);
            }
        }

        return false;
    }

    public void Heard(ushort number)
    {
        lock (_gate)
        {
            if (_open is { } open && open.Number == number)
            {
                open.Heard.TrySetResult(true);
            }
        }
    }

    /// <summary>The conversation began anew: nobody acknowledges the old frame any more.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _open?.Heard.TrySetResult(false);
        }
    }
}
