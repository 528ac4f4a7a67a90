using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>Puts points into as few requests as the limits allow (xray.md section 3.2).</summary>
internal static class BlockPlanner
{
    /// <param name="points">Of one unit, any order.</param>
    /// <param name="limits">How much a request may read.</param>
    /// <param name="stage">With gaps, without, or each for itself.</param>
    public static List<PointBlock> Plan(IEnumerable<ModbusPoint> points, BusLimits limits, BlockStage stage) =>
    [
        .. points.GroupBy(point => point.Area).OrderBy(area => area.Key)
            .SelectMany(area => Runs(area.OrderBy(point => point.Address), limits, stage).Select(run => new PointBlock(area.Key, run, stage))),
    ];

    private static IEnumerable<List<ModbusPoint>> Runs(IEnumerable<ModbusPoint> sorted, BusLimits limits, BlockStage stage)
    {
        List<ModbusPoint> run = [];
        int end = 0;
        foreach (var point in sorted)
        {
            if (run.Count > 0 && !Fits(run[0], end, point, limits, stage))
            {
                yield return run;
                run = [];
            }

            end = run.Count == 0 ? point.End : Math.Max(end, point.End);
            run.Add(point);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static bool Fits(ModbusPoint first, int end, ModbusPoint next, BusLimits limits, BlockStage stage)
    {
        int gap = stage == BlockStage.Merged ? limits.Gap : 0;
        int most = next.IsBit ? limits.MostBits : limits.MostWords;
        return stage != BlockStage.Single && next.Address - end <= gap && Math.Max(end, next.End) - first.Address <= most;
    }
}
