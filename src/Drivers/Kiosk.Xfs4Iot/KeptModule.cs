namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>How a module was last told; also how it is remembered.</summary>
/// <param name="Module">Its name.</param>
/// <param name="Class">Its class, or <c>unknown</c>.</param>
/// <param name="Health">As told.</param>
/// <param name="Severity">As told.</param>
/// <param name="IsBusy">As told.</param>
/// <param name="IsStale">Whether its parts are of a time before its link was lost.</param>
/// <param name="Parts">Name, equals sign, state; null when there was no room to remember them.</param>
/// <param name="Raw">As told.</param>
/// <param name="Since">When its health became that; null when nobody saw it.</param>
internal sealed record KeptModule(
    string Module, string Class, string Health, string? Severity, bool IsBusy, bool IsStale, IReadOnlyList<string>? Parts, IReadOnlyList<string>? Raw, string? Since)
{
    private const int MostNames = 32;

    /// <summary>Names of what is another; empty when nothing is that is to be told.</summary>
    public IReadOnlyList<string> ChangesTo(KeptModule now)
    {
        var changes = new List<string>();
        AddIf(Health != now.Health || Severity != now.Severity, "health");
        AddIf(IsBusy != now.IsBusy, "busy");
        AddIf(IsStale != now.IsStale, "stale");
        AddIf(Class != now.Class, "class");
        AddIf(!(Raw ?? []).SequenceEqual(now.Raw ?? []), "raw");
        var (before, after) = (Parts ?? [], now.Parts ?? []);
        changes.AddRange(before.Except(after).Concat(after.Except(before)).Select(NameOf).Distinct(StringComparer.Ordinal));
        return [.. changes.Take(MostNames)];

        void AddIf(bool isChange, string name)
        {
            if (isChange)
            {
                changes.Add(name);
            }
        }
    }

    private static string NameOf(string part) => part.Split('=')[0];
}
