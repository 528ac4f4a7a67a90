using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Holds what devices without a driver of their own measured against what came. The gateway's names for it have a key, so each reading is known by device, kind,
/// time, name and everything that it says: as many as were told must be there, and no more.
/// </summary>
internal sealed class SensorJudge(VerifyReport report, IReadOnlyList<ReceivedLine> readings, Action<string> miss)
{
    /// <summary>Begins all their kinds.</summary>
    public const string Kinds = "sensor.";

    private const string Name = "name";

    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _devices = new(StringComparer.Ordinal);

    /// <returns>Whether this judge looks at everything that the device says.</returns>
    public bool Knows(string device) => _devices.Contains(device);

    /// <param name="line">What it told.</param>
    /// <param name="counts">Whether it was promised. What was told again after that is the same.</param>
    /// <returns>False when this is nothing of such a device.</returns>
    public bool Add(TruthLine line, bool counts)
    {
        if (!line.NativeId.StartsWith(TruthLine.Sensor, StringComparison.Ordinal))
        {
            return false;
        }

        _devices.Add(line.Device);
        string key = $"{line.Device} {line.NativeId}";
        if (!_told.TryGetValue(key, out Told? before))
        {
            _told[key] = new Told(line, counts);
        }
        else if (counts && !before.Counts)
        {
            _told[key] = new Told(line, true);
        }

        return true;
    }

    public void Judge()
    {
        var came = readings.Where(one => Knows(one.Device ?? "")).GroupBy(Place).ToDictionary(static one => one.Key, static one => one.ToList());
        var open = new List<Told>();

        // What is there as it was told is taken first: what is left then is another's, altered, or nobody's.
        foreach (Told told in _told.Values.OrderByDescending(static one => one.Counts))
        {
            if (!Take(came, told.Line, reading => FactCheck.Difference(told.Line.Facts ?? s_nothing, reading.Data) is null))
            {
                open.Add(told);
            }
            else if (told.Counts)
            {
                Promise(told.Line);
                report.Delivered++;
                report.Measured++;
            }
            else
            {
                report.Unpromised++;
            }
        }

        foreach (TruthLine line in open.Where(static one => one.Counts).Select(static one => one.Line))
        {
            Promise(line);
            Missing(line, came);
        }

        foreach (ReceivedLine left in came.Values.SelectMany(static one => one))
        {
            report.Invented++;
            report.Note($"invented {left.Device} {left.Kind} {left.NativeId} of {left.Time:O}: no device told it, or not so often");
        }
    }

    private static readonly Dictionary<string, string> s_nothing = [];

    private void Promise(TruthLine line)
    {
        report.Accepted++;
        report.Acknowledged += line.IsAcknowledged ? 1 : 0;
        report.Streamed += line.IsAcknowledged ? 0 : 1;
    }

    private void Missing(TruthLine line, Dictionary<(string, string, long, string), List<ReceivedLine>> came)
    {
        string? difference = null;
        if (Take(came, line, reading => (difference = FactCheck.Difference(line.Facts ?? s_nothing, reading.Data)) is not null))
        {
            report.Delivered++;
            report.Altered++;
            report.Note($"altered {line.Device} {line.NativeId} {difference}");
            return;
        }

        miss(line.Device);
        report.Note($"missing {line.Device} {line.NativeId} told {line.At:O}");
    }

    private static bool Take(Dictionary<(string, string, long, string), List<ReceivedLine>> came, TruthLine line, Predicate<ReceivedLine> fits)
    {
        if (!came.TryGetValue(Place(line), out List<ReceivedLine>? there) || there.FindIndex(fits) is not (>= 0 and var at))
        {
            return false;
        }

        there.RemoveAt(at);
        return true;
    }

    private static (string Device, string Kind, long Time, string Name) Place(TruthLine line) =>
        (line.Device, line.Kind ?? "", line.Time.ToUnixTimeMilliseconds(), line.Facts?.GetValueOrDefault(Name) ?? "");

    private static (string Device, string Kind, long Time, string Name) Place(ReceivedLine line) =>
        (line.Device ?? "", line.Kind ?? "", line.Time?.ToUnixTimeMilliseconds() ?? 0, line.Data is { } data ? JsonPick.Text(data, Name) ?? "" : "");

    /// <summary>One thing that was measured, however often it was said.</summary>
    private sealed record Told(TruthLine Line, bool Counts);
}
