using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Retention;

/// <summary>Says what was dropped, at most once a minute for each lane and cause: dropping goes on for days.</summary>
internal sealed class RetentionEpisodes(TimeProvider time, ILogger log)
{
    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(Lane Lane, string Cause), long> _dropped = [];
    private readonly Dictionary<(Lane Lane, string Cause), long> _said = [];
    private readonly List<(Lane Lane, string Cause, long Count)> _step = [];

    public void Begin() => _step.Clear();

    public void Note(GapTally tally)
    {
        foreach (((_, Lane lane, _), GapTally.Span span) in tally.Spans)
        {
            _step.Add((lane, tally.Cause, span.Count));
        }
    }

    public void Committed()
    {
        foreach ((Lane lane, string cause, long count) in _step)
        {
            _dropped[(lane, cause)] = _dropped.GetValueOrDefault((lane, cause)) + count;
        }

        _step.Clear();
        foreach (((Lane lane, string cause), long count) in _dropped.Where(IsWorthALine).ToList())
        {
            StoreLog.Dropped(log, count, LaneNames.Of(lane), cause);
            _said[(lane, cause)] = time.GetTimestamp();
            _dropped.Remove((lane, cause));
        }
    }

    private bool IsWorthALine(KeyValuePair<(Lane Lane, string Cause), long> dropped) =>
        !_said.TryGetValue(dropped.Key, out long said) || time.GetElapsedTime(said) >= s_again;
}
