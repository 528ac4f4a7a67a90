using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>How far the points of a block were put together.</summary>
internal enum BlockStage
{
    /// <summary>With gaps between them.</summary>
    Merged,

    /// <summary>Only neighbours.</summary>
    Adjacent,

    /// <summary>One by one.</summary>
    Single,
}

/// <summary>What one request reads.</summary>
internal sealed class PointBlock(ModbusArea area, IReadOnlyList<ModbusPoint> points, BlockStage stage)
{
    public ModbusArea Area => area;

    /// <summary>In the order of their addresses, one at least.</summary>
    public IReadOnlyList<ModbusPoint> Points => points;

    public BlockStage Stage => stage;

    public ushort Start => points[0].Address;

    public int Count { get; } = points.Max(point => point.End) - points[0].Address;

    /// <summary>How often in a row it was not answered while other blocks of its unit were.</summary>
    public int Silences { get; set; }

    /// <summary>Timestamp before which it is not asked again.</summary>
    public long AloneUntil { get; set; }
}
