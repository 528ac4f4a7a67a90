namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Which files of a folder stand still, by our own clock: the times of files are those of other machines.</summary>
/// <param name="settle">How long is still.</param>
/// <param name="time">Whose clock measures.</param>
public sealed class Standing(TimeSpan settle, TimeProvider time)
{
    private Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes in one look.</summary>
    /// <param name="entries">Everything that is there, passing names too.</param>
    /// <param name="renamed">Names of which the operating system told that they came from a passing name.</param>
    /// <returns>What is complete, oldest first.</returns>
    public IReadOnlyList<FolderEntry> Look(IReadOnlyList<FolderEntry> entries, IReadOnlySet<string> renamed)
    {
        long now = time.GetTimestamp();
        var gone = _seen.Where(pair => PassingName.Is(pair.Key)).Select(pair => pair.Value.Facts).ToHashSet();
        gone.ExceptWith(entries.Where(entry => PassingName.Is(entry.Name)).Select(entry => entry.Facts));
        var next = new Dictionary<string, Seen>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            bool known = _seen.TryGetValue(entry.Name, out var before);
            bool told = renamed.Contains(entry.Name);
            next[entry.Name] = known && before.Facts == entry.Facts ? before with { Renamed = before.Renamed || told }
                : new Seen(entry.Facts, now, now, told || (!known && gone.Contains(entry.Facts)));
        }

        _seen = next;
        return [.. FolderEntry.InOrder(entries.Where(entry => !PassingName.Is(entry.Name) && IsComplete(next[entry.Name])))];
    }

    /// <summary>How long until the next of them may be complete; null when none is waited for.</summary>
    public TimeSpan? Until()
    {
        var waiting = _seen.Where(pair => !PassingName.Is(pair.Key)).Select(pair => settle - time.GetElapsedTime(pair.Value.NotBefore)).ToList();
        return waiting.Count == 0 ? null : waiting.Min();
    }

    public TimeSpan Of(string name) => _seen.TryGetValue(name, out var seen) ? time.GetElapsedTime(seen.Since) : TimeSpan.Zero;

    /// <summary>It is offered again only after the time in which files settle.</summary>
    public void Later(string name)
    {
        if (_seen.TryGetValue(name, out var seen))
        {
            _seen[name] = seen with { NotBefore = time.GetTimestamp(), Renamed = false };
        }
    }

    public void Forget(string name) => _seen.Remove(name);

    private bool IsComplete(Seen seen) => seen.Renamed || time.GetElapsedTime(seen.NotBefore) >= settle;

    /// <param name="Facts">As it is.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="NotBefore">From when on the time to settle counts.</param>
    /// <param name="Renamed">It came complete.</param>
    private readonly record struct Seen(FileFacts Facts, long Since, long NotBefore, bool Renamed);
}
