using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>Knows what was last told of each point of a unit, and so what is a change.</summary>
internal sealed class PointChanges
{
    private readonly Dictionary<ModbusPoint, PointOutcome> _told = new(ReferenceEqualityComparer.Instance);

    public PointReading Judge(ModbusPoint point, PointOutcome now)
    {
        bool changed = !_told.TryGetValue(point, out var before) || before.Quality != now.Quality || Differs(point, before.Value, now.Value);
        if (changed)
        {
            // Against what counted last and not against the last reading: a slow drift adds up to a change.
            _told[point] = now;
        }

        return new PointReading(point, now.Value, now.Quality, changed);
    }

    private static bool Differs(ModbusPoint point, ModbusValue? before, ModbusValue? now) =>
        before is { Number: { } old } && now is { Number: { } fresh } && point.Deadband > 0 ? Math.Abs(fresh - old) > point.Deadband : before != now;
}
