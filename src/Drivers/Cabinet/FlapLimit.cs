namespace EdgeGateway.Drivers.Cabinet;

/// <summary>How often an alarm may begin within an hour. Forgotten with a restart.</summary>
/// <param name="most">1 or more.</param>
internal sealed class FlapLimit(TimeProvider time, int most)
{
    private static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    private readonly Dictionary<(string Alarm, string Name), Queue<long>> _begins = [];
    private readonly HashSet<(string Alarm, string Name)> _muted = [];

    /// <returns>Whether it may be told once more; if not, it stays quiet until the hour has room again.</returns>
    public bool Admits((string Alarm, string Name) key)
    {
        if (!HasRoom(key))
        {
            _muted.Add(key);
            return false;
        }

        _muted.Remove(key);
        _begins[key].Enqueue(time.GetTimestamp());
        return true;
    }

    /// <summary>Whether anything of this name is kept quiet.</summary>
    public bool Mutes(string name)
    {
        _muted.RemoveWhere(HasRoom);
        return _muted.Any(key => key.Name == name);
    }

    private bool HasRoom((string Alarm, string Name) key)
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
