namespace EdgeGateway.Sim.Verification;

/// <summary>What came of cabinets and supplies.</summary>
/// <param name="Cabinets">That the ledger tells of.</param>
/// <param name="Alarms">Begins and ends that were due and came.</param>
/// <param name="OtherAlarms">Begins and ends of which the ledger says nothing: what the site calls too hot, or a fan too slow.</param>
public sealed record CabinetReport(int Cabinets, long Alarms, long OtherAlarms)
{
    public string Line => FormattableString.Invariant($"cabinets {Cabinets} alarms {Alarms} other alarms {OtherAlarms}");
}
