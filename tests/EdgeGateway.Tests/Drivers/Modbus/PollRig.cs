using System.Collections.Concurrent;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Modbus;

/// <summary>A poller on a bus in memory and a clock that goes on only when every unit waits.</summary>
internal sealed class PollRig : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private IReadOnlyList<BusUnit> _units = [];

    public PollRig() => Master = new FakeMaster(Time);

    public FakeTimeProvider Time { get; } = new();

    public FakeMaster Master { get; }

    public ConcurrentQueue<PollRound> Rounds { get; } = new();

    public BusPoller Poller { get; private set; } = null!;

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Runs when a round is told.</summary>
    public Func<PollRound, Task> Told { get; set; } = static _ => Task.CompletedTask;

    public static ModbusPoint Word(int address, string? name = null) =>
        new() { Name = name ?? $"w{address}", Area = ModbusArea.Input, Address = (ushort)address };

    public static BusUnit Unit(byte address, params IEnumerable<ModbusPoint> points) => new($"unit-{address}", address, [.. points]);

    public async Task StartAsync(BusLimits limits, params BusUnit[] units)
    {
        _units = units;
        Poller = new BusPoller(Master, units, limits, Time);
        Running = Poller.RunAsync(
            async (round, _) =>
            {
                Rounds.Enqueue(round);
                await Told(round);
            },
            _stop.Token);
        await SettleAsync();
    }

    public async Task AdvanceAsync(TimeSpan by)
    {
        var step = TimeSpan.FromMilliseconds(50);
        for (var gone = TimeSpan.Zero; gone < by && !Running.IsCompleted; gone += step)
        {
            Time.Advance(step);
            await SettleAsync();
        }
    }

    public Task AdvanceAsync(double seconds) => AdvanceAsync(TimeSpan.FromSeconds(seconds));

    public Task SettleAsync() => Eventually.TrueAsync(() => Time.Timers == _units.Count || Running.IsCompleted, "every unit waits");

    public IEnumerable<PollRound> Of(byte unit) => Rounds.Where(round => round.Unit.Address == unit);

    public (int Start, int Count)[] AskedOf(byte unit) => [.. Master.Asked.Where(one => one.Unit == unit).Select(one => (one.Start, one.Count))];

    public PointReading Last(byte unit, string point) => Of(unit).SelectMany(round => round.Points).Last(reading => reading.Point.Name == point);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
