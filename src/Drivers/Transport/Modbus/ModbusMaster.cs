using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>
/// The master of one bus. A unit that did not answer last time is asked once and not again and again, so that a dead one costs the
/// others one answer time and no more; orders go before the questions that wait, and a slow unit gets no more of the bus's time than others need.
/// </summary>
internal sealed class ModbusMaster(IModbusWire wire, ModbusBusSettings settings, TimeProvider time) : IModbusMaster
{
    private readonly BusTurns _turns = new(settings.Line is null ? Math.Max(1, settings.Outstanding) : 1, time);
    private readonly bool[] _silent = new bool[256];

    public async Task<bool[]> ReadBitsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct)
    {
        ThrowUnless(area is ModbusArea.Coil or ModbusArea.Discrete, nameof(area));
        var answer = await ReadAsync(unit, ModbusRequest.Read(area, start, count), ct).ConfigureAwait(false);
        return ModbusData.Bits(answer.Data.Span, count);
    }

    public async Task<ushort[]> ReadWordsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct)
    {
        ThrowUnless(area is ModbusArea.Input or ModbusArea.Holding, nameof(area));
        var answer = await ReadAsync(unit, ModbusRequest.Read(area, start, count), ct).ConfigureAwait(false);
        return ModbusData.Words(answer.Data.Span);
    }

    public Task WriteCoilsAsync(byte unit, ushort start, ReadOnlyMemory<bool> values, CancellationToken ct) =>
        WriteAsync(unit, ModbusRequest.WriteCoils(start, values.Span), ct);

    public Task WriteRegistersAsync(byte unit, ushort start, ReadOnlyMemory<ushort> values, CancellationToken ct) =>
        WriteAsync(unit, ModbusRequest.WriteRegisters(start, values.Span), ct);

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private async Task<ModbusAnswer> ReadAsync(byte unit, ModbusRequest request, CancellationToken ct)
    {
        for (int left = _silent[unit] ? 0 : Math.Max(0, settings.Retries); left > 0; left--)
        {
            if (await AskAsync(unit, request, isOrder: false, ct).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }
        }

        return await LastAsync(unit, request, isOrder: false, ct).ConfigureAwait(false);
    }

    private Task WriteAsync(byte unit, ModbusRequest request, CancellationToken ct)
    {
        // Unit 0 is everybody on a line, and nobody answers: nothing is ordered that nobody confirms.
        ThrowUnless(settings.Line is null || unit != 0, nameof(unit));
        return LastAsync(unit, request, isOrder: true, ct);
    }

    private async Task<ModbusAnswer> LastAsync(byte unit, ModbusRequest request, bool isOrder, CancellationToken ct)
    {
        var answer = await AskAsync(unit, request, isOrder, ct).ConfigureAwait(false);
        _silent[unit] = answer is null;
        return answer ?? throw new TimeoutException(FormattableString.Invariant(
            $"unit {unit} on {wire.Name} did not answer within {settings.AnswerTime.TotalMilliseconds:0} ms: check its power, its address and, on a line, baud rate and parity"));
    }

    private async Task<ModbusAnswer?> AskAsync(byte unit, ModbusRequest request, bool isOrder, CancellationToken ct)
    {
        var answer = await AskInTurnAsync(unit, request, isOrder, ct).ConfigureAwait(false);
        if (answer is null)
        {
            settings.Fault?.Invoke(FaultKind.Silent, "answer-missing");
            return null;
        }

        _silent[unit] = false;
        return answer.Exception is { } code ? throw new ModbusRefusedException(unit, code) : answer;
    }

    private async Task<ModbusAnswer?> AskInTurnAsync(byte unit, ModbusRequest request, bool isOrder, CancellationToken ct)
    {
        while (true)
        {
            var rest = isOrder ? TimeSpan.Zero : _turns.Rest(unit);
            var wait = wire.LeaveAlone(unit, request);
            if (rest > TimeSpan.Zero || wait > TimeSpan.Zero)
            {
                await Task.Delay(Pause.Rounded(rest > wait ? rest : wait), time, ct).ConfigureAwait(false);
            }

            using (await _turns.TakeAsync(unit, isOrder, ct).ConfigureAwait(false))
            {
                // While this waited for its turn, the unit may have begun to owe an answer to somebody else.
                if (wire.LeaveAlone(unit, request) == TimeSpan.Zero)
                {
                    return await wire.AskAsync(unit, request, ct).ConfigureAwait(false);
                }
            }
        }
    }

    private static void ThrowUnless(bool fine, string name)
    {
        if (!fine)
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }
}
