namespace EdgeGateway.Drivers.Alarms;

/// <summary>
/// How often things began lately, for at most 512 of them: names may be invented by a device. Known over reconnects, forgotten with a restart; one conversation
/// at a time uses it.
/// </summary>
public sealed class FlapLimit
{
    /// <summary>Beyond it what began longest ago is forgotten.</summary>
    public const int MostKeys = 512;

    /// <summary>Which began last stands last.</summary>
    private readonly OrderedDictionary<(string What, string Name), Queue<long>> _begins = [];

    private readonly HashSet<(string What, string Name)> _muted = [];

    /// <summary>Of how many anything is known.</summary>
    public int Keys => _begins.Count;

    /// <summary>How many begins are known, of all together.</summary>
    public int Begins => _begins.Values.Sum(begins => begins.Count);

    /// <param name="key">What began, and of which thing.</param>
    /// <param name="rule">How often it may.</param>
    /// <param name="time">Whose clock measures.</param>
    /// <returns>Whether it may be told once more; if not, it stays quiet until there is room again.</returns>
    public bool Admits((string What, string Name) key, FlapRule rule, TimeProvider time)
    {
        if (!HasRoom(key, rule, time))
        {
            _muted.Add(key);
            return false;
        }

        _muted.Remove(key);
        Began(key, rule, time);
        return true;
    }

    /// <summary>Whether anything of this name is kept quiet.</summary>
    public bool Mutes(string name, FlapRule rule, TimeProvider time)
    {
        _muted.RemoveWhere(key => HasRoom(key, rule, time));
        return _muted.Any(key => key.Name == name);
    }

    /// <summary>Whether it may begin once more.</summary>
    public bool HasRoom((string What, string Name) key, FlapRule rule, TimeProvider time)
    {
        if (!_begins.TryGetValue(key, out var begins))
        {
            return true;
        }

        while (begins.TryPeek(out long oldest) && time.GetElapsedTime(oldest) >= rule.Window)
        {
            begins.Dequeue();
        }

        if (begins.Count == 0)
        {
            _begins.Remove(key);
        }

        return begins.Count < rule.Most;
    }

    /// <summary>It was told. More of its begins than the rule allows decide nothing.</summary>
    public void Began((string What, string Name) key, FlapRule rule, TimeProvider time)
    {
        var begins = _begins.Remove(key, out var known) ? known : new Queue<long>();
        begins.Enqueue(time.GetTimestamp());
        while (begins.Count > rule.Most)
        {
            begins.Dequeue();
        }

        _begins.Add(key, begins);
        while (_begins.Count > MostKeys)
        {
            _muted.Remove(_begins.GetAt(0).Key);
            _begins.RemoveAt(0);
        }
    }
}
