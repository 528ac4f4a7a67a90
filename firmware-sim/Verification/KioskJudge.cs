using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Holds what kiosks told against what came: every transaction that was answered as safe is there once, with what was said of it; every alarm that could not be
/// missed begins and ends once, in this order; and nothing was sent to a kiosk that must not be.
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
        var told = _alarms.ToLookup(AlarmOf);
        var came = readings.Where(line => line is { Kind: AlarmKind, Device: { } device } && Knows(device)).ToLookup(static line => AlarmOf(line));
        foreach (var alarm in told.Select(static one => one.Key).Union(came.Select(static one => one.Key)))
        {
            JudgeAlarm(alarm, [.. told[alarm]], [.. came[alarm].OrderBy(static line => line.Epoch, StringComparer.Ordinal).ThenBy(static line => line.Seq)]);
        }
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
        string? why = found.Select(one => FactCheck.Difference(facts, one.Data)).FirstOrDefault(static difference => difference is not null) ?? (found.Length > 1 ? $"came {found.Length} times" : null);
        if (why is not null)
        {
            Altered($"{key.Device} transaction {key.Session}: {why}");
        }
    }

    /// <summary>Begin and end take turns; none is made up, nor that it came back in between; what could not be missed is there.</summary>
    private void JudgeAlarm((string Device, string Module, string Alarm) alarm, TruthLine[] told, ReceivedLine[] came)
    {
        string name = $"{alarm.Device} alarm {alarm.Alarm} {alarm.Module}".TrimEnd();
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
            _kiosk.OtherAlarms += turns.Length;
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
        _kiosk.Alarms += there;
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

    private static (string Device, string Module, string Alarm) AlarmOf(TruthLine line) => (line.Device, Fact(line, "module"), Fact(line, "alarm"));

    private static (string Device, string Module, string Alarm) AlarmOf(ReceivedLine line) => (line.Device ?? "", Text(line, "module"), Text(line, "alarm"));

    private static string Fact(TruthLine line, string name) => line.Facts?.GetValueOrDefault(name) ?? "";

    private static string Text(ReceivedLine line, string name) => line.Data is { } data ? JsonPick.Text(data, name) ?? "" : "";

    /// <returns>How often an alarm that flapped came back without being told.</returns>
    private static int Returns(ReceivedLine line) => line.Data is { } data && JsonPick.Member(data, "returns") is { ValueKind: System.Text.Json.JsonValueKind.Number } number && number.TryGetInt32(out int returns) ? returns : 0;

    /// <returns>Null for what has no end.</returns>
    private static bool? Active(ReceivedLine line) => line.Data is not { } data ? null : JsonPick.Member(data, "active").ValueKind switch
    {
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        _ => null,
    };
}
