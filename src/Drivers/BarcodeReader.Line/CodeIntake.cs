using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Barcodes;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.BarcodeReader.Line;

/// <summary>Reads a line code by code. It never ends by itself.</summary>
/// <param name="line">Open; stays the caller's.</param>
/// <param name="watch">Told of life and faults.</param>
/// <param name="options">What stands around a code, and how long silence may last.</param>
/// <param name="time">Whose clock measures.</param>
internal sealed class CodeIntake(ISerialLine line, IDeviceWatch watch, BarcodeReaderOptions options, TimeProvider time)
{
    /// <summary>
    /// A reader says a code in one go: after a hole of that length the rest does not come. Without this limit the remains of a spoilt
    /// code would stand in front of the next one, and a wrong number would be told.
    /// </summary>
    private static readonly TimeSpan s_hole = TimeSpan.FromSeconds(2);

    private readonly CodeLineReader _reader = new(options.Format);
    private readonly byte[] _buffer = new byte[1024];
    private readonly Queue<string> _codes = new();
    private long _good = time.GetTimestamp();

    /// <returns>The next code.</returns>
    /// <exception cref="DeviceFaultException"><c>Unreachable</c>: the line is gone. <c>Silent</c>: the heartbeat stays away.</exception>
    public async ValueTask<string> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            if (_codes.TryDequeue(out string? code))
            {
                return code;
            }

            var patience = Patience();
            if (patience <= TimeSpan.Zero)
            {
                throw new DeviceFaultException(FaultKind.Silent, $"{line.Name} is open and the heartbeat stays away: check the reader's power and cable.");
            }

            await ReadOnAsync(_reader.IsOpen && s_hole < patience ? s_hole : patience, ct).ConfigureAwait(false);
        }
    }

    private TimeSpan Patience() => options.Format.Heartbeat is null ? TimeSpan.MaxValue : options.Silence - time.GetElapsedTime(_good);

    private async ValueTask ReadOnAsync(TimeSpan patience, CancellationToken ct)
    {
        using var limit = patience == TimeSpan.MaxValue ? new CancellationTokenSource() : new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            int count = await line.ReadAsync(_buffer, either.Token).ConfigureAwait(false);
            Take(_buffer.AsSpan(0, count));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            Take(_reader.End());
        }
        catch (IOException gone)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, gone.Message, inner: gone);
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (_reader.TryRead(ref bytes, out var said))
        {
            Take(said);
        }
    }

    private void Take(CodeLine? said)
    {
        if (said is not { } statement)
        {
            return;
        }

        if (statement.Fault is { } fault)
        {
            watch.Fault(FaultKind.Garbled, fault);
            return;
        }

        _good = time.GetTimestamp();
        watch.Heard();
        if (statement.IsNoRead)
        {
            watch.Fault(FaultKind.Garbled, "no-read");
        }
        else if (statement.Code is { } code)
        {
            _codes.Enqueue(code);
        }
    }
}
