using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>Notes what of a state is news: its facts, and what of errors and emergency stop begins or ends with it.</summary>
internal sealed class RobotTruth(string device, ITruthLedger ledger)
{
    private const string Warning = "WARNING";
    private const string NoStop = "NONE";

    /// <param name="now">What was told.</param>
    /// <param name="before">What was told before; null for the first.</param>
    /// <param name="name">What the gateway calls the message.</param>
    /// <param name="at">When.</param>
    public void Note(RobotSnapshot now, RobotSnapshot? before, string name, DateTimeOffset at)
    {
        if (before is null || !before.Facts.SequenceEqual(now.Facts))
        {
            ledger.Note(Line("robot.state", name, now.Facts, at));
        }

        string[] standing = [.. Alarms(now)];
        string[] stood = before is null ? [] : [.. Alarms(before)];
        foreach (string alarm in stood.Except(standing))
        {
            ledger.Note(Line("drone.alarm", $"{alarm}/ends/{name}", new Dictionary<string, string> { ["active"] = "false" }, at));
        }

        foreach (string alarm in standing.Except(stood))
        {
            ledger.Note(Line("drone.alarm", $"{alarm}/begins/{name}", new Dictionary<string, string> { ["active"] = "true" }, at));
        }

        foreach (RobotError warning in now.Errors.Where(error => error is { Level: Warning, ActionId: null } && before?.Errors.Contains(error) != true))
        {
            ledger.Note(Line("drone.message", $"warning/{warning.Type}/begins/{name}", new Dictionary<string, string> { ["severity"] = "4" }, at));
        }
    }

    private static IEnumerable<string> Alarms(RobotSnapshot state) =>
        state.Errors.Where(error => error.Level != Warning).Select(error => $"error/{error.Type}").Concat(state.Stop == NoStop ? [] : ["emergency-stop/robot"]);

    private TruthLine Line(string kind, string name, IReadOnlyDictionary<string, string> facts, DateTimeOffset at) => new()
    {
        Device = device,
        NativeId = name,
        Plate = "",
        LaneNo = 0,
        Time = default,
        Kind = kind,
        Facts = facts,
        Told = TruthLine.Stream,
        At = at,
    };
}
