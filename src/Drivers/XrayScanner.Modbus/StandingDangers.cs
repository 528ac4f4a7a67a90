namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Which dangers have been told and stand, over restarts of the gateway: a lost link with a pressed button is one alarm, not many.</summary>
internal sealed class StandingDangers
{
    public const string EmergencyStop = "estop";
    public const string OpenUnderRadiation = "open-under-radiation";

    private const char Separator = ',';
    private const char Of = '/';

    private readonly SortedSet<string> _standing;

    /// <param name="remembered">As <see cref="Write"/> gave it; what cannot be read is told once more, which is better than never.</param>
    public StandingDangers(string? remembered) =>
        _standing = new SortedSet<string>((remembered ?? string.Empty).Split(Separator, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    public bool Has(string unit, string danger) => _standing.Contains(unit + Of + danger);

    /// <summary>From now on these stand, and no others of that unit.</summary>
    /// <returns>Whether something ended or began.</returns>
    public bool Set(string unit, IReadOnlyCollection<string> dangers)
    {
        int ended = _standing.RemoveWhere(one => one.StartsWith(unit + Of, StringComparison.Ordinal) && !dangers.Contains(one[(unit.Length + 1)..]));
        int before = _standing.Count;
        _standing.UnionWith(dangers.Select(danger => unit + Of + danger));
        return ended > 0 || _standing.Count > before;
    }

    public string Write() => string.Join(Separator, _standing);
}
