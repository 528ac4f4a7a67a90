namespace EdgeGateway.Drivers.Generic;

/// <summary>What a map makes of one message.</summary>
public sealed class MapOutcome
{
    /// <summary>Most entries of one message.</summary>
    public const int MostEntries = 256;

    private readonly List<MapEntry> _entries = [];
    private readonly List<string> _leftOut = [];

    public IReadOnlyList<MapEntry> Entries => _entries;

    /// <summary>A word of <see cref="MapReasons"/> for each thing that was left out.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>Whether a rule took it, and be it to ignore it.</summary>
    public bool IsMatched { get; internal set; }

    /// <summary>It has more entries than anybody makes; those beyond were not looked at.</summary>
    public bool HasTooMany { get; private set; }

    /// <summary>Entries that were looked at, whatever became of them: all work on a message, and all that is noted of it, is bounded by that.</summary>
    public int Seen { get; private set; }

    /// <returns>False when one more would be too many.</returns>
    internal bool See()
    {
        HasTooMany |= Seen == MostEntries;
        Seen += HasTooMany ? 0 : 1;
        return !HasTooMany;
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
