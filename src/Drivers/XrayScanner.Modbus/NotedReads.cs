using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>
/// A bus that tells what each answered request covered: the poller splits requests when a controller refuses a part of them, and
/// only what one request read is of one moment.
/// </summary>
/// <param name="bus">The bus; stays the caller's.</param>
/// <param name="noted">Called behind each answer to a read of words: unit, area, first address, count.</param>
internal sealed class NotedReads(IModbusMaster bus, Action<byte, ModbusArea, int, int> noted) : IModbusMaster
{
    public Task<bool[]> ReadBitsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct) => bus.ReadBitsAsync(unit, area, start, count, ct);

    public async Task<ushort[]> ReadWordsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct)
    {
        ushort[] words = await bus.ReadWordsAsync(unit, area, start, count, ct).ConfigureAwait(false);
        noted(unit, area, start, count);
        return words;
    }

    public Task WriteCoilsAsync(byte unit, ushort start, ReadOnlyMemory<bool> values, CancellationToken ct) => bus.WriteCoilsAsync(unit, start, values, ct);

    public Task WriteRegistersAsync(byte unit, ushort start, ReadOnlyMemory<ushort> values, CancellationToken ct) => bus.WriteRegistersAsync(unit, start, values, ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
