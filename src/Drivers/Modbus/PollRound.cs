using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>What one round brought: the points of one unit that are read at the same interval, or all of its points when it stops answering.</summary>
/// <param name="Unit">Whose points.</param>
/// <param name="At">When the last of the answers came, or was given up.</param>
/// <param name="Points">In the order of the unit's list.</param>
public sealed record PollRound(BusUnit Unit, DateTimeOffset At, IReadOnlyList<PointReading> Points);

/// <summary>One point in one round.</summary>
/// <param name="Point">Which.</param>
/// <param name="Value">Null unless <paramref name="Quality"/> is <see cref="PointQuality.Good"/>.</param>
/// <param name="Quality">One of <see cref="PointQuality"/>.</param>
/// <param name="Changed">True when quality or value, by more than the deadband, differ from what was last told as changed; the first reading of a point is one.</param>
public sealed record PointReading(ModbusPoint Point, ModbusValue? Value, string Quality, bool Changed);
