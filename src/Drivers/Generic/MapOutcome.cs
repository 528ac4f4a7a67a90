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

    /// <returns>False when there is no room.</returns>
    internal bool Take(MapEntry entry)
    {
        if (_entries.Count < MostEntries)
        {
            _entries.Add(entry);
            return true;
        }

        HasTooMany = true;
        return false;
    }

    internal void LeaveOut(string? reason)
    {
        if (reason is not null)
        {
            _leftOut.Add(reason);
        }
    }
}
