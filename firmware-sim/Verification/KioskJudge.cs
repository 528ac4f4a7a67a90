using EdgeGateway.Sim.Ledger;
using static EdgeGateway.Sim.Verification.AlarmTurns;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Holds what kiosks told against what came: every transaction that was answered as safe is there once, with what was said of it; every alarm that could not be
/// missed begins and ends once, in this order (<see cref="AlarmTurns"/>); and nothing was sent to a kiosk that must not be.
/// </summary>
internal sealed class KioskJudge(VerifyReport report, IReadOnlyList<ReceivedLine> readings, Action<string> miss)
{
    public const string Transaction = "kiosk.transaction";
    public const string AlarmKind = "kiosk.alarm";

    /// <summary>Begins the name of a session that was put in the place of its own.</summary>
    private const string Hashed = "h-";

    private readonly Dictionary<(string Device, string Session), TruthLine> _transactions = [];
    private readonly List<TruthLine> _alarms = [];
    private readonly HashSet<string> _kiosks = new(StringComparer.Ordinal);
    private readonly KioskReport _kiosk = new();

    /// <returns>Whether this judge looks at everything that the device says.</returns>
    public bool Knows(string device) => _kiosks.Contains(device);

    /// <returns>False when this is nothing of a kiosk.</returns>
    public bool Add(TruthLine line)
    {
        if (!IsOfAKiosk(line))
        {
            return false;
        }

        _kiosks.Add(line.Device);
        if (line.NativeId.StartsWith(TruthLine.Heard, StringComparison.Ordinal))
        {
            _kiosk.Hear(Fact(line, "name"));
        }
        else if (line.NativeId.StartsWith(TruthLine.Breach, StringComparison.Ordinal))
        {
            _kiosk.Breaches++;
            report.Note($"breach {line.Device} {Fact(line, "service")}: {Fact(line, "what")} at {line.At:O}");
        }
        else if (line.Kind == AlarmKind)
        {
            _alarms.Add(line);
        }
        else if (!_transactions.TryGetValue((line.Device, Fact(line, "session")), out TruthLine? before) || !before.IsAccepted)
        {
            _transactions[(line.Device, Fact(line, "session"))] = line;
        }

        return true;
    }

    public void Judge()
    {
        if (_kiosks.Count == 0)
        {
            return;
        }

        report.Kiosks = _kiosk;
        _kiosk.Kiosks = _kiosks.Count;
        JudgeTransactions();
        var turns = new AlarmTurns(report, "module", miss);
        turns.Judge(_alarms, readings.Where(line => line is { Kind: AlarmKind, Device: { } device } && Knows(device)));
        (_kiosk.Alarms, _kiosk.OtherAlarms) = (turns.Alarms, turns.Others);
    }

    private static bool IsOfAKiosk(TruthLine line) =>
        line.NativeId.StartsWith(TruthLine.Kiosk, StringComparison.Ordinal) || line.NativeId.StartsWith(TruthLine.Heard, StringComparison.Ordinal) || line.NativeId.StartsWith(TruthLine.Breach, StringComparison.Ordinal);

    private void JudgeTransactions()
    {
        var came = readings.Where(line => line.Kind == Transaction && Knows(line.Device ?? "")).GroupBy(static line => (Device: line.Device!, Session: Text(line, "session"))).ToDictionary(static one => one.Key, static one => one.ToArray());
        foreach (var (key, line) in _transactions)
        {
            (ReceivedLine[] found, IReadOnlyDictionary<string, string> facts) = Take(came, key, line.Facts!);
            if (line.IsAccepted)
            {
                JudgeTransaction(key, line, found, facts);
            }
        }

        foreach (var invented in came.Keys)
        {
            Altered($"{invented.Device} transaction {invented.Session}: no kiosk told it");
        }
    }

    /// <summary>A session that by chance looks like somebody's number is told under another name; then the moment in which it began says which it is.</summary>
    private (ReceivedLine[] Found, IReadOnlyDictionary<string, string> Facts) Take(Dictionary<(string Device, string Session), ReceivedLine[]> came, (string Device, string Session) key, IReadOnlyDictionary<string, string> facts)
    {
        if (came.Remove(key, out ReceivedLine[]? found))
        {
            return (found, facts);
        }

        (string Device, string Session) hashed = came.Where(one => one.Key.Device == key.Device && one.Key.Session.StartsWith(Hashed, StringComparison.Ordinal) && Text(one.Value[0], "began") == facts.GetValueOrDefault("began")).Select(static one => one.Key).FirstOrDefault();
        if (hashed.Device is null || !came.Remove(hashed, out found))
        {
            return ([], facts);
        }

        _kiosk.Hashed++;
        return (found, facts.Where(static fact => fact.Key != "session").ToDictionary());
    }

    private void JudgeTransaction((string Device, string Session) key, TruthLine line, ReceivedLine[] found, IReadOnlyDictionary<string, string> facts)
    {
        report.Accepted++;
        report.Acknowledged++;
        if (found.Length == 0)
        {
            miss(key.Device);
            report.Note($"missing {key.Device} transaction {key.Session} told {line.At:O}");
            return;
        }

        report.Delivered++;
        _kiosk.Transactions++;
        string? why = found.Select(one => FactCheck.Difference(facts, one.Data) ?? OtherTime(line, one)).FirstOrDefault(static difference => difference is not null) ?? (found.Length > 1 ? $"came {found.Length} times" : null);
        if (why is not null)
        {
            Altered($"{key.Device} transaction {key.Session}: {why}");
        }
    }

    private static string? OtherTime(TruthLine line, ReceivedLine came) =>
        line.Time == default || came.Time?.ToUnixTimeMilliseconds() == line.Time.ToUnixTimeMilliseconds() ? null : $"time: told {line.Time:O}, received {came.Time:O}";

    private void Altered(string what)
    {
        report.Altered++;
        report.Note("altered " + what);
    }
}
