using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>
/// Reads the points of all units of one bus, each at its interval, in as few requests as possible (xray.md section 3.2). A unit that
/// does not answer is left alone for 1, 2, 5, 10, then 30 s, while the others keep their intervals.
/// </summary>
/// <param name="master">Of the bus; whoever made it closes it.</param>
/// <param name="units">With different names; units without points are not asked.</param>
/// <param name="limits">How they are asked.</param>
/// <param name="time">Whose clock measures.</param>
public sealed class BusPoller(IModbusMaster master, IReadOnlyList<BusUnit> units, BusLimits limits, TimeProvider time)
{
    private IReadOnlyList<UnitPoller> _pollers = [];

    /// <summary>Rounds that were left out because the one before, or who was told of it, took too long; those of silent units are not counted.</summary>
    public long Missed => _pollers.Sum(poller => poller.Missed);

    /// <summary>Reads until the bus is gone. A unit that stops answering is told once, with all of its points bad.</summary>
    /// <param name="told">Called for each round, never two at a time; while it takes its time, nothing more is told.</param>
    /// <param name="ct">The end.</param>
    /// <exception cref="IOException">The bus is gone; every unit was told bad before.</exception>
    public async Task RunAsync(Func<PollRound, CancellationToken, ValueTask> told, CancellationToken ct)
    {
        using var oneByOne = new SemaphoreSlim(1, 1);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        BusUnit[] asked = [.. units.Where(unit => unit.Points.Count > 0)];
        _pollers = [.. asked.Select((unit, i) => new UnitPoller(master, unit, limits, time, (double)i / asked.Length, TellAsync))];
        Task[] running = [.. _pollers.Select(poller => poller.RunAsync(end.Token)), Task.Delay(Timeout.Infinite, end.Token)];
        var first = await Task.WhenAny(running).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (first.Exception?.InnerException is IOException)
        {
            foreach (var poller in _pollers)
            {
                await poller.TellBadAsync(ct).ConfigureAwait(false);
            }
        }

        await first.ConfigureAwait(false);

        async ValueTask TellAsync(PollRound round, CancellationToken token)
        {
            await oneByOne.WaitAsync(token).ConfigureAwait(false);
            try
            {
                await told(round, token).ConfigureAwait(false);
            }
            finally
            {
                oneByOne.Release();
            }
        }
    }

    /// <summary>Writes one point, ahead of the reads that wait.</summary>
    /// <returns>Null when the unit confirmed it; otherwise why nothing was sent, one of <see cref="PointFaults"/>.</returns>
    /// <exception cref="ModbusRefusedException">The unit says no.</exception>
    /// <exception cref="TimeoutException">No answer: it may have happened or not.</exception>
    /// <exception cref="IOException">The bus is gone: it may have happened or not.</exception>
    public async Task<string?> WriteAsync(BusUnit unit, ModbusPoint point, ModbusValue value, CancellationToken ct)
    {
        var write = ModbusPointWriter.Write(point, value);
        if (write.Coil is { } coil)
        {
            await master.WriteCoilsAsync(unit.Address, point.Address, new[] { coil }, ct).ConfigureAwait(false);
        }
        else if (write.Words is { } words)
        {
            await master.WriteRegistersAsync(unit.Address, point.Address, words, ct).ConfigureAwait(false);
        }

        return write.Fault;
    }
}
