using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

/// <summary>A controller in memory, behind the seam of the bus: what is not in its tables is an illegal address.</summary>
internal sealed class FakeController : IModbusMaster, IModbusMasters
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(ModbusArea Area, int Address), ushort> _tables = [];

    /// <summary>What opening throws instead; null for none.</summary>
    public DeviceFaultException? OpenFault { get; set; }

    /// <summary>What reading throws instead; null for none.</summary>
    public Func<Exception?> ReadFault { get; set; } = () => null;

    /// <summary>What writing throws, and whether it has its effect all the same.</summary>
    public (Exception Error, bool Works)? WriteFault { get; set; }

    /// <summary>Called, with the tables in hand, before a read of words.</summary>
    public Action<FakeController> BeforeWords { get; set; } = _ => { };

    /// <summary>What the belt does of an order.</summary>
    public Action<FakeController, ushort> Ordered { get; set; } = (_, _) => { };

    public ConcurrentQueue<(ModbusArea Area, int Start, int Count)> Reads { get; } = new();

    public ConcurrentQueue<(int Address, int Value)> Writes { get; } = new();

    public ModbusBusSettings? Settings { get; private set; }

    /// <summary>The default list with everything well and the belt running.</summary>
    public static FakeController Running()
    {
        var controller = new FakeController();
        controller.Put(ModbusArea.Discrete, 0, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0);
        controller.Put(ModbusArea.Input, 0, [.. Enumerable.Repeat((ushort)0, 30)]);
        controller.Put(ModbusArea.Holding, 0, 1, 0);
        return controller;
    }

    public void Put(ModbusArea area, int start, params ushort[] values)
    {
        lock (_gate)
        {
            foreach (var (i, value) in values.Index())
            {
                _tables[(area, start + i)] = value;
            }
        }
    }

    public void Discrete(int address, bool on) => Put(ModbusArea.Discrete, address, on ? (ushort)1 : (ushort)0);

    /// <summary>A parcel stands in the registers.</summary>
    public void Parcel(long sequence, ushort decision, string barcode = "")
    {
        lock (_gate)
        {
            Put(ModbusArea.Input, 16, (ushort)(sequence >> 16), (ushort)sequence, decision);
            Put(ModbusArea.Input, 20, [.. Enumerable.Range(0, 10).Select(i => (ushort)((Letter(barcode, 2 * i) << 8) | Letter(barcode, (2 * i) + 1)))]);
        }
    }

    public Task<IModbusMaster> OpenAsync(ModbusBusSettings settings, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Settings = settings;
        return OpenFault is { } fault ? Task.FromException<IModbusMaster>(fault) : Task.FromResult<IModbusMaster>(this);
    }

    public async Task<bool[]> ReadBitsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct) =>
        [.. (await ReadAsync(area, start, count, ct)).Select(word => word != 0)];

    public Task<ushort[]> ReadWordsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct)
    {
        lock (_gate)
        {
            BeforeWords(this);
        }

        return ReadAsync(area, start, count, ct);
    }

    public Task WriteCoilsAsync(byte unit, ushort start, ReadOnlyMemory<bool> values, CancellationToken ct) => throw new NotSupportedException();

    public Task WriteRegistersAsync(byte unit, ushort start, ReadOnlyMemory<ushort> values, CancellationToken ct)
    {
        Writes.Enqueue((start, values.Span[0]));
        if (WriteFault is not { Works: false })
        {
            Ordered(this, values.Span[0]);
        }

        return WriteFault is { } fault ? Task.FromException(fault.Error) : Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<ushort[]> ReadAsync(ModbusArea area, ushort start, ushort count, CancellationToken ct)
    {
        await Task.Yield();
        ct.ThrowIfCancellationRequested();
        Reads.Enqueue((area, start, count));
        if (ReadFault() is { } fault)
        {
            throw fault;
        }

        lock (_gate)
        {
            return [.. Enumerable.Range(start, count).Select(address => _tables.TryGetValue((area, address), out ushort value) ? value : throw new ModbusRefusedException(1, 2))];
        }
    }

    private static ushort Letter(string text, int index) => index < text.Length ? text[index] : '\0';
}
