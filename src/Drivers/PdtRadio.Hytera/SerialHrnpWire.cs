using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>HRNP on a serial line, or behind a serial server (pdt-radio.md section 2.5).</summary>
/// <param name="line">Ours from now on.</param>
/// <param name="time">Whose clock measures the rest of a frame.</param>
internal sealed class SerialHrnpWire(ISerialLine line, TimeProvider time) : IHrnpWire
{
    private readonly HrnpReader _reader = new();
    private readonly byte[] _buffer = new byte[4096];
    private readonly Turn _writing = new();
    private readonly CancellationTokenSource _life = new();
    private Task<int>? _read;

    public async ValueTask<HrnpHeard> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            if (_reader.TryNext(out var item))
            {
                return new HrnpHeard(item.Frame, item.Fault);
            }

            await ListenAsync(ct).ConfigureAwait(false);
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken ct)
    {
        using var held = await _writing.TakeAsync(ct).ConfigureAwait(false);

        // Half a frame would cost the next one too: what is begun is written to its end.
        await line.WriteAsync(frame, _life.Token).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync().ConfigureAwait(false);
        await line.DisposeAsync().ConfigureAwait(false);
        if (_read is not null)
        {
            await ((Task)_read).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <remarks>A read that lasts longer than our patience stays under way: the rest of the frame may be in it.</remarks>
    private async ValueTask ListenAsync(CancellationToken ct)
    {
        _read ??= line.ReadAsync(_buffer, _life.Token).AsTask();
        if (_reader.IsPartial)
        {
            await ((Task)_read).WaitAsync(HrnpReader.Patience, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (!_read.IsCompleted)
            {
                _reader.GiveUp();
                return;
            }
        }

        int length = await _read.WaitAsync(ct).ConfigureAwait(false);
        _read = null;
        _reader.Append(_buffer.AsSpan(0, length));
    }
}
