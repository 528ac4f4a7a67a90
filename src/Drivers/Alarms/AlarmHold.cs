namespace EdgeGateway.Drivers.Alarms;

/// <summary>
/// Alarms that come and go too often. One begins and ends at once as often as the rule allows; of those beyond it the end waits until it has been over for a while, so that it
/// stands where the platform can see it, and how often it came back meanwhile is counted. No begin ever waits, and so none can be lost. It belongs to a device and
/// outlives its conversations; one at a time uses it.
/// </summary>
/// <param name="rule">How often is too often.</param>
/// <param name="time">Whose clock measures.</param>
public sealed class AlarmHold(FlapRule rule, TimeProvider time)
{
    /// <summary>What makes it one too many is told too, as a begin; its end waits.</summary>
    private readonly FlapRule _ends = rule with { Most = rule.Most + 1 };

    private readonly FlapLimit _begins = new();
    private readonly Dictionary<(string Scope, string Key), long> _overSince = [];
    private readonly Dictionary<(string Scope, string Key), int> _returns = [];

    /// <summary>Whether its end waits.</summary>
    public bool IsWaiting((string Scope, string Key) alarm) => _overSince.ContainsKey(alarm);

    /// <summary>Whether its end waits or it came back before, and the rule has no room yet.</summary>
    public bool Flaps((string Scope, string Key) alarm) => (IsWaiting(alarm) || _returns.ContainsKey(alarm)) && !_begins.HasRoom(alarm, _ends, time);

    /// <summary>A begin is about to be told.</summary>
    public void Began((string Scope, string Key) alarm) => _begins.Began(alarm, _ends, time);

    /// <summary>It is over by what the device says.</summary>
    /// <returns>Whether its end may be told; if not, it is to be asked again.</returns>
    public bool MayEnd((string Scope, string Key) alarm)
    {
        if (_overSince.TryGetValue(alarm, out long since))
        {
            return time.GetElapsedTime(since) >= rule.Still;
        }

        if (_begins.HasRoom(alarm, _ends, time))
        {
            return true;
        }

        if (_overSince.Count >= FlapLimit.MostKeys)
        {
            // Of alarms that stood and are no more; a device may invent names.
            _overSince.Clear();
            _returns.Clear();
        }

        _overSince[alarm] = time.GetTimestamp();
        return false;
    }

    /// <param name="alarm">It is there, by what the device says.</param>
    /// <param name="known">How often it came back by what is remembered.</param>
    /// <returns>Whether it came back while its end waited.</returns>
    public bool IsBack((string Scope, string Key) alarm, int? known)
    {
        bool isBack = _overSince.Remove(alarm);
        if (isBack)
        {
            _returns[alarm] = (Returns(alarm, known) ?? 0) + 1;
        }

        return isBack;
    }

    /// <summary>How often it came back since its begin was told; null: never.</summary>
    public int? Returns((string Scope, string Key) alarm, int? known) => _returns.TryGetValue(alarm, out int here) ? Math.Max(here, known ?? 0) : known;

    /// <summary>Its end is about to be told.</summary>
    public void Ended((string Scope, string Key) alarm)
    {
        _overSince.Remove(alarm);
        _returns.Remove(alarm);
    }
}
