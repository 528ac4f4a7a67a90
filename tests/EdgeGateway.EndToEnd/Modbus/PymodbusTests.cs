using System.Collections.Concurrent;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.EndToEnd.Serial;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.EndToEnd.Modbus;

/// <summary>Our master against a slave that we did not write: pymodbus, over TCP, on a pty and behind a serial server.</summary>
public sealed class PymodbusTests : IAsyncLifetime
{
    private static readonly ModbusMasters s_masters = new(new TcpDialer(), new SerialLines(TimeProvider.System), TimeProvider.System);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("modbus").FullName;
    private PymodbusSlave _slave = null!;

    public async Task InitializeAsync() => _slave = await PymodbusSlave.StartAsync();

    public async Task DisposeAsync()
    {
        await _slave.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Slave_OverTcpOnAPtyAndBehindAServer_IsReadAndWrittenAndItsGapsAreFound()
    {
        await JudgeAsync(new ModbusBusSettings(new DeviceAddress("127.0.0.1", _slave.TcpPort), null, s_patience, Outstanding: 4), 1);
        await JudgeAsync(new ModbusBusSettings(null, new SerialSettings($"tcp://127.0.0.1:{_slave.RtuPort}"), s_patience), 17);
        await using var plug = await SocatPlug.StartAsync(_folder, _slave.RtuPort);
        await JudgeAsync(new ModbusBusSettings(null, new SerialSettings(plug.Node) { BaudRate = 115_200 }, s_patience), 17);
    }

    private async Task JudgeAsync(ModbusBusSettings settings, byte address)
    {
        await using var master = await s_masters.OpenAsync(settings, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var unit = ScannerMap.Unit(address);
        var last = new ConcurrentDictionary<string, PointReading>();
        var poller = new BusPoller(master, [unit], new BusLimits(), TimeProvider.System);
        var polling = poller.RunAsync((round, _) => Note(last, round), stop.Token);

        await Until(() => last.Count == unit.Points.Count, last);
        Assert.All(ScannerMap.Values, pair => Assert.Equal((pair.Value, PointQuality.Good), (last[pair.Key].Value?.Plain, last[pair.Key].Quality)));
        Assert.Equal(PointQuality.Refused, last[ScannerMap.Missing.Name].Quality);

        Assert.Null(await poller.WriteAsync(unit, ScannerMap.Command, ModbusValue.Of(2m), default));
        Assert.Null(await poller.WriteAsync(unit, ScannerMap.Preset, ModbusValue.Of(4_000_000_001m), default));
        Assert.Null(await poller.WriteAsync(unit, ScannerMap.SwappedPreset, ModbusValue.Of(0.137), default));
        Assert.Null(await poller.WriteAsync(unit, ScannerMap.Buzzer, ModbusValue.Of(true), default));
        Assert.Equal(PointFaults.OutOfRange, await poller.WriteAsync(unit, ScannerMap.Command, ModbusValue.Of(3m), default));
        await Until(() => last["belt_command"].Value?.Whole == 2 && last["preset"].Value?.Whole == 4_000_000_001 && last["swapped"].Value?.Number == 0.137 && last["buzzer"].Value?.Flag == true, last);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling);

        await JudgeTheWireAsync(master, address);
    }

    /// <summary>What stands in the slave's registers, read word by word: the order is not only ours both ways.</summary>
    private static async Task JudgeTheWireAsync(IModbusMaster master, byte address)
    {
        Assert.Equal<ushort[]>([0xEE6B, 0x2801], await master.ReadWordsAsync(address, ModbusArea.Holding, 2, 2, default));
        Assert.Equal<ushort[]>([0x49BA, 0x3E0C], await master.ReadWordsAsync(address, ModbusArea.Holding, 4, 2, default));
        await master.WriteCoilsAsync(address, 4, new[] { true, false, true }, default);
        Assert.Equal<bool[]>([true, false, true, false], await master.ReadBitsAsync(address, ModbusArea.Coil, 4, 4, default));
        var refused = await Assert.ThrowsAsync<ModbusRefusedException>(() => master.WriteRegistersAsync(address, 100, new ushort[] { 1 }, default));
        Assert.Equal(ModbusRefusals.Address, refused.Code);
    }

    private Task Until(Func<bool> condition, ConcurrentDictionary<string, PointReading> last) => Wait.UntilAsync(
        condition, s_patience, () => string.Join(", ", last.Select(pair => $"{pair.Key}={pair.Value.Value?.Plain} {pair.Value.Quality}")) + _slave.Output);

    private static ValueTask Note(ConcurrentDictionary<string, PointReading> last, PollRound round)
    {
        foreach (var reading in round.Points)
        {
            last[reading.Point.Name] = reading;
        }

        return ValueTask.CompletedTask;
    }
}
