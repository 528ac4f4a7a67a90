using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>
/// Modbus RTU on a line: one question at a time, 3.5 characters of silence before it. Frames carry no number, so the answer to a
/// question that was given up could be taken for the answer to the next one: <see cref="OwedAnswers"/> says how long to wait.
/// </summary>
internal sealed class RtuModbusWire(ISerialLine line, SerialSettings serial, ModbusBusSettings settings, TimeProvider time) : IModbusWire
{
    private readonly RtuTiming _timing = new(serial);
    private readonly byte[] _buffer = new byte[RtuFrame.Longest];
    private readonly OwedAnswers _owed = new(time);
    private long? _lastByte;
    private bool _hearsItself;

    public string Name => line.Name;

    public TimeSpan LeaveAlone(byte unit, ModbusRequest request) => _owed.LeaveAlone(unit, request);

    public async Task<ModbusAnswer?> AskAsync(byte unit, ModbusRequest request, CancellationToken ct)
    {
        await KeepGapAsync(ct).ConfigureAwait(false);
        line.DiscardInput();
        byte[] frame = RtuFrame.Of(unit, ModbusWriter.Write(request));
        var finder = new RtuAnswerFinder(unit, request);
        ModbusAnswer? answer = null;

        // As long again as it is waited for, a unit that is only slow has answered.
        _owed.Asked(unit, request, _timing.Transmission(frame.Length) + (2 * settings.AnswerTime));
        try
        {
            await line.WriteAsync(frame, ct).ConfigureAwait(false);
            answer = await ListenAsync(finder, _timing.Transmission(frame.Length), ct).ConfigureAwait(false);
        }
        catch (ObjectDisposedException error)
        {
            throw new IOException($"{line.Name} was closed", error);
        }
        finally
        {
            _lastByte = time.GetTimestamp();
        }

        if (answer is not null)
        {
            _owed.Answered(unit, request);
        }

        Judge(finder);
        return answer;
    }

    public ValueTask DisposeAsync() => line.DisposeAsync();

    private async Task KeepGapAsync(CancellationToken ct)
    {
        if (_lastByte is { } last && _timing.Gap - time.GetElapsedTime(last) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(Pause.Rounded(left), time, ct).ConfigureAwait(false);
        }
    }

    /// <returns>The answer, or null when nothing came in time, or nothing more of what had begun.</returns>
    private async Task<ModbusAnswer?> ListenAsync(RtuAnswerFinder finder, TimeSpan sending, CancellationToken ct)
    {
        long asked = time.GetTimestamp();
        var patience = sending + settings.AnswerTime;
        while (true)
        {
            var left = (finder.Heard > 0 ? patience + _timing.Transmission(finder.Expected) : patience) - time.GetElapsedTime(asked);

            // A few bytes are the click of a transmitter that was switched on; what has as many as an answer was one, and was spoilt.
            bool spoilt = finder.Heard >= RtuAnswerFinder.Least && left > _timing.Silence;
            int count = await ReadAsync(spoilt ? _timing.Silence : left, ct).ConfigureAwait(false);
            if (count == 0)
            {
                return finder.Silence(_hearsItself);
            }

            if (finder.Take(_buffer.AsSpan(0, count), _hearsItself) is { } answer)
            {
                return answer;
            }
        }
    }

    /// <returns>How many bytes came; 0 when the time is over.</returns>
    private async Task<int> ReadAsync(TimeSpan patience, CancellationToken ct)
    {
        if (patience <= TimeSpan.Zero)
        {
            return 0;
        }

        using var limit = new CancellationTokenSource(Pause.Rounded(patience), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await line.ReadAsync(_buffer, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return 0;
        }
    }

    private void Judge(RtuAnswerFinder finder)
    {
        _hearsItself |= finder.HeardItself;
        if (finder.Noise > 0)
        {
            settings.Fault?.Invoke(FaultKind.Garbled, ModbusFaults.Noise);
        }
    }
}
