namespace EdgeGateway.Drivers.Generic;

/// <summary>What a map makes of one message.</summary>
public sealed class MapOutcome
{
    /// <summary>Most entries of one message.</summary>
    public const int MostEntries = 256;

    private readonly List<MapEntry> _entries = [];
    private readonly List<string> _leftOut = [];

    // Entries that were looked at, whatever became of them: what is made and noted of a message is bounded by that.
    private int _seen;

    public IReadOnlyList<MapEntry> Entries => _entries;

    /// <summary>A word of <see cref="MapReasons"/> for each thing that was left out.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Whether a rule took it, and be it to ignore it.</summary>
    public bool IsMatched { get; internal set; }

    /// <summary>Entries beyond <see cref="MostEntries"/>: a rule wanted them and nothing was made of them.</summary>
    public int Beyond { get; private set; }

    /// <returns>False when one more would be too many.</returns>
    internal bool See()
    {
        bool isFree = _seen < MostEntries;
        _seen += isFree ? 1 : 0;
        Beyond += isFree ? 0 : 1;
        return isFree;
    }

    internal void Take(MapEntry entry) => _entries.Add(entry);

    internal void LeaveOut(string? reason)
    {
        if (reason is not null)
        {
            _leftOut.Add(reason);
        }
    }
}
