namespace EdgeGateway.Sim.Ports;

/// <summary>A serial line that may be pulled out and plugged in again (pdt-radio.md section 15, Q17).</summary>
/// <param name="name">Where the device node appears.</param>
/// <param name="isDown">True while the plug is out.</param>
/// <param name="time">Clock.</param>
public sealed class PtyBytePort(string name, Func<bool> isDown, TimeProvider time) : IBytePort
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(50);

    private volatile PseudoTerminal? _line;

    public bool IsStream => true;

    public void Open() => _line = new PseudoTerminal(name);

    public async Task RunAsync(Func<ReadOnlyMemory<byte>, ValueTask> received, Action lost, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            if (_line is { } line)
            {
                await HearAsync(line, received, ct).ConfigureAwait(false);
                lost();
            }

            await Task.Delay(s_step, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!ct.IsCancellationRequested && _line is null && !isDown())
            {
                Open();
            }
        }

        Drop();
    }

    public async ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            return _line is { } line && await line.WriteAsync(bytes, time, ct).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    public void Drop()
    {
        PseudoTerminal? line = _line;
        _line = null;
        line?.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Drop();
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends when nobody has the other end open, or the plug is pulled.</summary>
    private async Task HearAsync(PseudoTerminal line, Func<ReadOnlyMemory<byte>, ValueTask> received, CancellationToken ct)
    {
        var buffer = new byte[4096];
        try
        {
            while (await line.ReadAsync(buffer, time, ct).ConfigureAwait(false) is var got and > 0)
            {
                await received(buffer.AsMemory(0, got)).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is ObjectDisposedException or OperationCanceledException)
        {
            // Pulled, or stopped.
        }
    }
}
