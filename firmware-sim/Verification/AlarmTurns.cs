using System.Text.Json;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>Holds alarms that begin and end against what came: begin and end take turns, what could not be missed is there, and none is made up, nor that it came back in between.</summary>
/// <param name="report">Where it is counted.</param>
/// <param name="place">The fact, and member of the reading, that says which part of the device it is about.</param>
/// <param name="miss">Told of a device for each that is missing.</param>
internal sealed class AlarmTurns(VerifyReport report, string place, Action<string> miss)
{
    /// <summary>Begins and ends that were due and came.</summary>
    public long Alarms { get; private set; }

    /// <summary>Begins and ends of alarms that no ledger tells of.</summary>
    public long Others { get; private set; }

    public void Judge(IEnumerable<TruthLine> ledger, IEnumerable<ReceivedLine> readings)
    {
        var (told, came) = (ledger.ToLookup(AlarmOf), readings.ToLookup(AlarmOf));
        foreach (var alarm in told.Select(static one => one.Key).Union(came.Select(static one => one.Key)))
        {
            Judge(alarm, [.. told[alarm]], [.. came[alarm].OrderBy(static line => line.Epoch, StringComparer.Ordinal).ThenBy(static line => line.Seq)]);
        }
    }

    public static string Fact(TruthLine line, string name) => line.Facts?.GetValueOrDefault(name) ?? "";

    public static string Text(ReceivedLine line, string name) => line.Data is { } data ? JsonPick.Text(data, name) ?? "" : "";

    private void Judge((string Device, string Place, string Alarm) alarm, TruthLine[] told, ReceivedLine[] came)
    {
        string name = $"{alarm.Device} alarm {alarm.Alarm} {alarm.Place}".TrimEnd();
        bool[] turns = [.. came.Where(static line => Active(line) is not null).Select(static line => Active(line)!.Value)];
        foreach (var which in came.Where(static line => Active(line) is not null).GroupBy(static line => Text(line, "name")))
        {
            bool[] own = [.. which.Select(static line => Active(line)!.Value)];
            if (own.Index().Any(static turn => turn.Item != (turn.Index % 2 == 0)))
            {
                Altered($"{name} {which.Key}: {string.Join(", ", own.Select(static on => on ? "begins" : "ends"))}");
            }
        }

        if (told.Length == 0)
        {
            Others += turns.Length;
            return;
        }

        foreach (bool active in new[] { true, false })
        {
            int due = told.Count(line => line.IsAccepted && Fact(line, "active") == (active ? "true" : "false"));
            int possible = told.Count(line => Fact(line, "active") == (active ? "true" : "false"));
            int there = turns.Count(on => on == active);
            int claimed = there + came.Sum(static line => Returns(line));
            Count(alarm.Device, due, Math.Min(due, there), $"{name} {(active ? "begins" : "ends")}: {there} came of {due}");
            if (claimed > possible)
            {
                Altered($"{name} {(active ? "begins" : "ends")} {claimed} times and was told {possible} times");
            }
        }
    }

    private void Count(string device, int due, int there, string words)
    {
        report.Accepted += due;
        report.Streamed += due;
        report.Delivered += there;
        Alarms += there;
        for (int missing = there; missing < due; missing++)
        {
            miss(device);
            report.Note("missing " + words);
        }
    }

    private void Altered(string what)
    {
        report.Altered++;
        report.Note("altered " + what);
    }

    private (string Device, string Place, string Alarm) AlarmOf(TruthLine line) => (line.Device, Fact(line, place), Fact(line, "alarm"));

    private (string Device, string Place, string Alarm) AlarmOf(ReceivedLine line) => (line.Device ?? "", Text(line, place), Text(line, "alarm"));

    /// <returns>How often an alarm that flapped came back without being told.</returns>
    private static int Returns(ReceivedLine line) =>
        line.Data is { } data && JsonPick.Member(data, "returns") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int returns) ? returns : 0;

    /// <returns>Null for what has no end.</returns>
    private static bool? Active(ReceivedLine line) => line.Data is not { } data ? null : JsonPick.Member(data, "active").ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
