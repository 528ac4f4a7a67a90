using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>The belt at one moment, for orders.</summary>
/// <param name="RunsForward">Null when it is not known.</param>
/// <param name="RunsReverse">Likewise; false where the list has no such point.</param>
/// <param name="IsSafe">Whether nothing at all speaks against letting it run, and all of that is known.</param>
/// <param name="IsGood">Whether the controller answers and its heartbeat goes.</param>
internal sealed record BeltSnapshot(bool? RunsForward, bool? RunsReverse, bool IsSafe, bool IsGood)
{
    public bool IsStopped => IsGood && RunsForward == false && RunsReverse == false;

    public bool IsForward => IsGood && RunsForward == true && RunsReverse == false;

    public static BeltSnapshot Of(BeltUnitOptions unit, BeltView view, bool isGood) => new(
        view.Flag(BeltPointNames.BeltForward),
        unit.Points.Any(point => point.Name == BeltPointNames.BeltReverse) ? view.Flag(BeltPointNames.BeltReverse) : false,
        isGood && view.Flag(BeltPointNames.EmergencyStop) == false && view.Flag(BeltPointNames.InterlockClosed) == true && unit.Points.All(point => Allows(point, view)),
        isGood);

    /// <summary>What cannot be read speaks against it.</summary>
    private static bool Allows(ModbusPoint point, BeltView view) => point.Name switch
    {
        BeltPointNames.CurtainOk => view.Flag(point.Name) == true,
        BeltPointNames.BeltReverse => view.Flag(point.Name) == false,
        BeltPointNames.FaultCode => view.Whole(point.Name) == 0,
        _ => !BeltPointNames.IsFault(point.Name) || view.Flag(point.Name) == false,
    };
}
