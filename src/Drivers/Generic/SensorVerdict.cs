namespace EdgeGateway.Drivers.Generic;

/// <summary>What is to be told of the messages of one body.</summary>
/// <param name="most">Most entries that are looked at.</param>
internal sealed class SensorVerdict(int most)
{
    private int _seen;
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);
    private readonly List<MapEntry> _entries = [];

    public IReadOnlyList<MapEntry> Entries => _entries;

    /// <summary>How often something was left out, by reason.</summary>
    public IReadOnlyDictionary<string, int> LeftOut => _leftOut;

    /// <summary>Messages that no rule took.</summary>
    public int Unmatched { get; private set; }

    /// <summary>There is more than anybody makes of one body; the entries are of the first messages of it.</summary>
    public bool HasTooMany { get; private set; }

    /// <param name="outcome">Of one message.</param>
    /// <param name="admitted">Its entries whose names are not too many.</param>
    public void Add(MapOutcome outcome, IReadOnlyList<MapEntry> admitted)
    {
        _entries.AddRange(admitted);
        _seen += outcome.Seen;
        HasTooMany |= outcome.HasTooMany || _seen > most;
        Unmatched += outcome.IsMatched ? 0 : 1;
        foreach (string reason in outcome.LeftOut.Concat(Enumerable.Repeat(MapReasons.TooManyNames, outcome.Entries.Count - admitted.Count)))
        {
            _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;
        }
    }
}
