namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Which troubles of the vehicles were told and stand, over restarts of the gateway: a sensor that is still bad is one alarm, not many, and its end is told.</summary>
internal sealed class StandingTroubles
{
    /// <summary>More than all vehicles of a link can have well; what a memory of more says is not taken.</summary>
    private const int Most = 400;

    private const char Separator = ';';
    private const char Of = '=';

    private readonly SortedDictionary<string, string> _standing = new(StringComparer.Ordinal);

    /// <param name="remembered">As <see cref="Write"/> gave it; what cannot be read is told once more, which is better than never.</param>
    public StandingTroubles(string? remembered)
    {
        foreach (string one in (remembered ?? string.Empty).Split(Separator, StringSplitOptions.RemoveEmptyEntries).Take(Most))
        {
            if (one.Split(Of) is [var key, var code])
            {
                _standing[key] = code;
            }
        }
    }

    /// <summary>What stands of one vehicle and sort, as name and code.</summary>
    public IReadOnlyDictionary<string, string> Standing(byte system, string sort)
    {
        string front = Front(system, sort);
        return _standing.Where(one => one.Key.StartsWith(front, StringComparison.Ordinal)).ToDictionary(one => one.Key[front.Length..], one => one.Value, StringComparer.Ordinal);
    }

    /// <returns>False when there is no room for one more.</returns>
    public bool Begin(byte system, string sort, string name, string code)
    {
        string key = Front(system, sort) + name;
        if (_standing.Count >= Most && !_standing.ContainsKey(key))
        {
            return false;
        }

        _standing[key] = code;
        return true;
    }

    public void End(byte system, string sort, string name) => _standing.Remove(Front(system, sort) + name);

    public string Write() => string.Join(Separator, _standing.Select(one => one.Key + Of + one.Value));

    private static string Front(byte system, string sort) => FormattableString.Invariant($"{system}/{sort}/");
}
