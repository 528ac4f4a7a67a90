using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Holds how things were against what was told of them, thing by thing: whatever stood long enough was told, in its turn; nothing else was told. How often is the
/// gateway's affair.
/// </summary>
internal sealed class ShownJudge(VerifyReport report, IReadOnlyList<ReceivedLine> readings, Action<string> miss)
{
    private static readonly string[] s_which = ["module", "name"];

    private readonly Dictionary<(string Device, string Kind, string Thing), List<TruthLine>> _told = [];
    private readonly HashSet<string> _devices = new(StringComparer.Ordinal);

    /// <returns>Whether this judge looks at everything that the device says.</returns>
    public bool Knows(string device) => _devices.Contains(device);

    /// <returns>False when this is nothing that somebody showed.</returns>
    public bool Add(TruthLine line)
    {
        if (!line.NativeId.StartsWith(TruthLine.Shown, StringComparison.Ordinal))
        {
            return false;
        }

        _devices.Add(line.Device);
        var key = (line.Device, line.Kind ?? "", string.Join('/', s_which.Select(name => line.Facts?.GetValueOrDefault(name) ?? "")));
        if (!_told.TryGetValue(key, out List<TruthLine>? known))
        {
            _told[key] = known = [];
        }

        known.Add(line);
        return true;
    }

    public void Judge()
    {
        var came = readings.Where(one => Knows(one.Device ?? "")).OrderBy(static one => one.Epoch, StringComparer.Ordinal).ThenBy(static one => one.Seq)
            .ToLookup(static one => (one.Device ?? "", one.Kind ?? "", string.Join('/', s_which.Select(name => one.Data is { } data ? JsonPick.Text(data, name) ?? "" : ""))));
        foreach (var (thing, told) in _told)
        {
            Judge(told, came[thing]);
        }
    }

    private void Judge(List<TruthLine> told, IEnumerable<ReceivedLine> came)
    {
        var seen = new HashSet<int>();
        int at = 0;
        foreach (ReceivedLine reading in came)
        {
            int found = told.FindIndex(at, line => FactCheck.Difference(line.Facts!, reading.Data) is null);
            if (found < 0)
            {
                report.Altered++;
                report.Note($"altered {reading.Device} {reading.Kind} {FactCheck.Difference(told[at].Facts!, reading.Data)}");
                continue;
            }

            at = found;
            seen.Add(at);
        }

        for (int i = 0; i < told.Count; i++)
        {
            Count(told[i], seen.Contains(i));
        }
    }

    private void Count(TruthLine line, bool isSeen)
    {
        if (!line.IsAccepted)
        {
            return;
        }

        report.Accepted++;
        report.Streamed++;
        if (isSeen)
        {
            report.Delivered++;
            report.Shown++;
            return;
        }

        miss(line.Device);
        report.Note($"missing {line.Device} {line.NativeId} shown {line.At:O}");
    }
}
