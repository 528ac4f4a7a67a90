namespace EdgeGateway.Drivers.Abstractions;

/// <summary>Flags of one reading in the order they were raised, each once.</summary>
internal sealed class FlagList
{
    private List<string>? _flags;

    public void Add(string flag)
    {
        _flags ??= [];
        if (!_flags.Contains(flag))
        {
            _flags.Add(flag);
        }
    }

    public void Add(bool raised, string flag)
    {
        if (raised)
        {
            Add(flag);
        }
    }

    public void AddRange(IEnumerable<string> flags)
    {
        foreach (string flag in flags)
        {
            Add(flag);
        }
    }

    public bool Contains(string flag) => _flags?.Contains(flag) == true;

    public IReadOnlyList<string>? OrNull() => _flags;
}
