using System.Collections.Concurrent;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Tests.Drivers.Transport.Modbus;

namespace EdgeGateway.Tests.Drivers.Modbus;

/// <summary>A bus in memory that answers at once.</summary>
internal sealed class FakeMaster(TimeProvider time) : IModbusMaster
{
    private readonly ConcurrentDictionary<byte, SlaveUnit> _units = new();

    /// <summary>Every request and when it came.</summary>
    public ConcurrentQueue<(byte Unit, ModbusArea Area, int Start, int Count, TimeSpan At)> Asked { get; } = new();

    public ConcurrentQueue<(byte Unit, int Start, int Value)> Written { get; } = new();

    /// <summary>Decides for a request whether the unit passes it over.</summary>
    public Func<byte, int, bool> IsSilent { get; set; } = static (_, _) => false;

    /// <summary>Most values of one request that units take.</summary>
    public int Most { get; set; } = 2000;

    /// <summary>What the link throws; null while it is there.</summary>
    public IOException? Gone { get; set; }

    public SlaveUnit this[byte unit] => _units.GetOrAdd(unit, static _ => new SlaveUnit());

    public Task<bool[]> ReadBitsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct)
    {
        Judge(unit, area, start, count);
        return Task.FromResult((area == ModbusArea.Coil ? this[unit].Coils : this[unit].Discrete)[start..(start + count)]);
    }

    public Task<ushort[]> ReadWordsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct)
    {
        Judge(unit, area, start, count);
        return Task.FromResult((area == ModbusArea.Input ? this[unit].Input : this[unit].Holding)[start..(start + count)]);
    }

    public Task WriteCoilsAsync(byte unit, ushort start, ReadOnlyMemory<bool> values, CancellationToken ct)
    {
        Written.Enqueue((unit, start, values.Span[0] ? 1 : 0));
        return Task.CompletedTask;
    }

    public Task WriteRegistersAsync(byte unit, ushort start, ReadOnlyMemory<ushort> values, CancellationToken ct)
    {
        Written.Enqueue((unit, start, values.Span[0]));
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Judge(byte unit, ModbusArea area, int start, int count)
    {
        Asked.Enqueue((unit, area, start, count, time.GetElapsedTime(0)));
        if (Gone is { } gone)
        {
            throw new IOException(gone.Message);
        }

        if (IsSilent(unit, start))
        {
            throw new TimeoutException();
        }

        byte? code = this[unit].Refuses ?? (count > Most ? (byte)3 : Enumerable.Range(start, count).Any(this[unit].Missing.Contains) ? (byte)2 : null);
        if (code is { } refusal)
        {
            throw new ModbusRefusedException(unit, refusal);
        }
    }
}
