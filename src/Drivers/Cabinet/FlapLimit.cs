namespace EdgeGateway.Drivers.Cabinet;

/// <summary>How often an alarm may begin within an hour. Known over reconnects, forgotten with a restart; one conversation at a time uses it.</summary>
internal sealed class FlapLimit
{
    private static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    private readonly Dictionary<(string Alarm, string Name), Queue<long>> _begins = [];
    private readonly HashSet<(string Alarm, string Name)> _muted = [];

    /// <param name="key">What alarm.</param>
    /// <param name="most">Begins within the hour, 1 or more.</param>
    /// <param name="time">Whose clock measures the hour.</param>
    /// <returns>Whether it may be told once more; if not, it stays quiet until the hour has room again.</returns>
    public bool Admits((string Alarm, string Name) key, int most, TimeProvider time)
    {
        if (!HasRoom(key, most, time))
        {
            _muted.Add(key);
            return false;
        }

        _muted.Remove(key);
        _begins[key].Enqueue(time.GetTimestamp());
        return true;
    }

    /// <summary>Whether anything of this name is kept quiet.</summary>
    public bool Mutes(string name, int most, TimeProvider time)
    {
        _muted.RemoveWhere(key => HasRoom(key, most, time));
        return _muted.Any(key => key.Name == name);
    }

    private bool HasRoom((string Alarm, string Name) key, int most, TimeProvider time)
    {
        if (!_begins.TryGetValue(key, out var begins))
        {
            _begins[key] = begins = new Queue<long>();
        }

        while (begins.TryPeek(out long oldest) && time.GetElapsedTime(oldest) >= s_window)
        {
            begins.Dequeue();
        }

        return begins.Count < most;
    }
}
