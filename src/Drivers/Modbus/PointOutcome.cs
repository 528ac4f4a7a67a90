using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>What became of one point in one round.</summary>
/// <param name="Value">Null unless the quality is good.</param>
/// <param name="Quality">One of <see cref="PointQuality"/>.</param>
internal readonly record struct PointOutcome(ModbusValue? Value, string Quality)
{
    public static readonly PointOutcome Bad = new(null, PointQuality.Bad);
    public static readonly PointOutcome Refused = new(null, PointQuality.Refused);

    public static PointOutcome Of(PointRead read) => read.Value is { } value ? new(value, PointQuality.Good) : new(null, PointQuality.Invalid);
}
