using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Holds what devices told against readings that are no plates. Several things may go by one identifier (a call begins
/// and ends): each of them must have its reading, and each reading must be one of them. Of several
/// that are alike in everything one reading is enough, since a gateway may take the others for repeats.
/// </summary>
internal sealed class KindJudge(VerifyReport report, OrderCheck order, Action<string> miss)
{
    private readonly Dictionary<(string Device, string NativeId), Story> _stories = [];
    private readonly List<(TruthLine Line, Story Of)> _promised = [];

    public void Add(TruthLine line, bool counts)
    {
        if (!_stories.TryGetValue((line.Device, line.NativeId), out Story? story))
        {
            _stories[(line.Device, line.NativeId)] = story = new Story();
        }

        story.Told.Add(line);
        if (counts && !story.Promised.Any(other => Same(other, line)))
        {
            story.Promised.Add(line);
            _promised.Add((line, story));
        }
    }

    public void Judge(ReceivedIndex received)
    {
        foreach (((string device, string nativeId), Story story) in _stories)
        {
            string[] also = [.. story.Told.Select(line => line.Also).OfType<string>().Distinct()];
            story.Readings = [.. received.Of(device, nativeId), .. also.SelectMany(other => received.Of(other, nativeId))];
            story.Wrong.AddRange(story.Readings.Where(reading => story.Told.Exists(line => line.Kind == reading.Kind) && story.Told.TrueForAll(line => Difference(line, reading) is not null)));
        }

        foreach ((TruthLine line, Story story) in _promised)
        {
            Check(line, story);
        }

        foreach (((string device, string nativeId), Story story) in _stories.Where(pair => pair.Value is { Wrong.Count: > 0, Promised.Count: > 0 }))
        {
            report.Altered++;
            report.Note($"altered {device} {nativeId} {Difference(story.Promised[0], story.Wrong[0])}");
        }
    }

    private void Check(TruthLine line, Story story)
    {
        report.Accepted++;
        report.Acknowledged += line.IsAcknowledged ? 1 : 0;
        report.Streamed += line.IsAcknowledged ? 0 : 1;
        ReceivedLine[] right = [.. story.Readings.Where(reading => Difference(line, reading) is null)];
        if (right.Length > 0)
        {
            report.Delivered++;
            order.Next(line, right);
            if (right.DistinctBy(reading => reading.Id).Count() is var times && times > story.Told.Count(other => Same(other, line)))
            {
                report.Renumbered++;
                report.Note($"renumbered {line.Device} {line.NativeId} {line.Kind} came {times} times: {string.Join(", ", right.Select(reading => $"{reading.Device} number {reading.Seq}"))}");
            }
        }
        else if (story.Wrong.Find(reading => reading.Kind == line.Kind) is { } wrong)
        {
            story.Wrong.Remove(wrong);
            report.Delivered++;
            report.Altered++;
            report.Note($"altered {line.Device} {line.NativeId} {line.Kind} {Difference(line, wrong)}");
        }
        else
        {
            miss(line.Device);
            report.Note($"missing {line.Device} {line.NativeId} {line.Kind} told {line.At:O}");
        }
    }

    private static string? Difference(TruthLine line, ReceivedLine reading)
    {
        if (reading.Kind != line.Kind)
        {
            return $"kind: told {line.Kind}, received {reading.Kind}";
        }

        return line.Time != default && reading.Time?.ToUnixTimeMilliseconds() != line.Time.ToUnixTimeMilliseconds()
            ? $"time: told {line.Time:O}, received {reading.Time:O}"
            : FactCheck.Difference(line.Facts ?? NoFacts, reading.Data);
    }

    private static IReadOnlyDictionary<string, string> NoFacts { get; } = new Dictionary<string, string>();

    private static bool Same(TruthLine a, TruthLine b) => a.Kind == b.Kind && a.Time == b.Time && Sorted(a).SequenceEqual(Sorted(b));

    private static IEnumerable<KeyValuePair<string, string>> Sorted(TruthLine line) => (line.Facts ?? NoFacts).OrderBy(fact => fact.Key, StringComparer.Ordinal);

    /// <summary>Everything that goes by one identifier.</summary>
    private sealed class Story
    {
        public List<TruthLine> Told { get; } = [];

        public List<TruthLine> Promised { get; } = [];

        public IReadOnlyList<ReceivedLine> Readings { get; set; } = [];

        /// <summary>Readings of a kind that was told, which are nothing that was told.</summary>
        public List<ReceivedLine> Wrong { get; } = [];
    }
}
