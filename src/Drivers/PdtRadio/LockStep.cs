namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// Our own frames in one direction: one outstanding at a time, sent again with the same number and bytes until it is
/// acknowledged (pdt-radio.md section 2.4). The acknowledgement is heard by whoever receives, which never waits for us.
/// </summary>
/// <param name="write">Puts bytes on the wire.</param>
/// <param name="rules">How patient.</param>
/// <param name="time">Whose clock measures the patience.</param>
public sealed class LockStep(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, LockStepRules rules, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private ushort _next = rules.FirstNumber;
    private (ushort Number, TaskCompletionSource Heard)? _open;

    /// <summary>A frame went out again.</summary>
    public event Action? SentAgain;

    /// <summary>Takes a number: after 65535 comes 0.</summary>
    public ushort Next()
    {
        lock (_gate)
        {
            return _next++;
        }
    }

    /// <summary>The next frame gets this number.</summary>
    public void Seed(ushort number)
    {
        lock (_gate)
        {
            _next = number;
        }
    }

    /// <param name="frame">Makes the bytes for a number.</param>
    /// <param name="ct">Gives up; the peer may have it all the same.</param>
    /// <returns>False when it was never acknowledged.</returns>
    /// <exception cref="IOException">The wire is gone.</exception>
    public async Task<bool> SendAsync(Func<ushort, byte[]> frame, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            ushort number = Next();
            return await SendAsync(number, frame(number), ct).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _open = null;
            }

            _turn.Release();
        }
    }

    /// <summary>An acknowledgement came in.</summary>
    /// <returns>False when nothing waits for that number.</returns>
    public bool Acknowledged(ushort number)
    {
        lock (_gate)
        {
            return _open is { } open && open.Number == number && open.Heard.TrySetResult();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> SendAsync(ushort number, byte[] bytes, CancellationToken ct)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _open = (number, heard);
        }

        for (int attempt = 0; attempt <= rules.Retries; attempt++)
        {
            if (attempt > 0)
            {
                SentAgain?.Invoke();
            }

            await write(bytes, ct).ConfigureAwait(false);
            await heard.Task.WaitAsync(rules.Patience, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (heard.Task.IsCompleted)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>How patient we are with acknowledgements.</summary>
/// <param name="Patience">Wait for one acknowledgement.</param>
/// <param name="Retries">How often a frame goes out again.</param>
/// <param name="FirstNumber">Number of the first frame.</param>
public readonly record struct LockStepRules(TimeSpan Patience, int Retries, ushort FirstNumber);
