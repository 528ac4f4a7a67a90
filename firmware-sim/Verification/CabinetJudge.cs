using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Holds what happened to cabinets and supplies against what came: mains that were lost and doors that were opened at night are told once when they
/// begin and once when they end, where nobody could miss them, and none is made up.
/// </summary>
internal sealed class CabinetJudge(VerifyReport report, IReadOnlyList<ReceivedLine> readings, Action<string> miss)
{
    public const string AlarmKind = "cabinet.alarm";

    private readonly List<TruthLine> _alarms = [];
    private readonly HashSet<string> _cabinets = new(StringComparer.Ordinal);

    /// <returns>Whether this judge looks at everything that the device says.</returns>
    public bool Knows(string device) => _cabinets.Contains(device);

    /// <returns>False when this is nothing of a cabinet.</returns>
    public bool Add(TruthLine line)
    {
        if (!line.NativeId.StartsWith(TruthLine.Cabinet, StringComparison.Ordinal))
        {
            return false;
        }

        _cabinets.Add(line.Device);
        _alarms.Add(line);
        return true;
    }

    public void Judge()
    {
        if (_cabinets.Count > 0)
        {
            var turns = new AlarmTurns(report, "name", miss);
            turns.Judge(_alarms, readings.Where(line => Knows(line.Device ?? "")));
            report.Cabinets = new CabinetReport(_cabinets.Count, turns.Alarms, turns.Others);
        }
    }
}
