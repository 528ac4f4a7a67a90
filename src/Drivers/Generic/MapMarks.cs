namespace EdgeGateway.Drivers.Generic;

/// <summary>
/// Tells the rules of a map apart by what they make and not by where they stand, so that a rule which is inserted above others makes no repeat of theirs a new one.
/// Only those that are alike in kind, type, alarm, name and names of values are numbered.
/// </summary>
internal static class MapMarks
{
    public static IReadOnlyList<MapRule> Of(IEnumerable<MapRule> rules)
    {
        var alike = new Dictionary<string, int>(StringComparer.Ordinal);
        var marked = new List<MapRule>();
        foreach (var rule in rules)
        {
            string words = Words(rule);
            int before = alike.GetValueOrDefault(words);
            alike[words] = before + 1;
            marked.Add(rule with { Mark = FormattableString.Invariant($"{words}#{before}") });
        }

        return marked;
    }

    private static string Words(MapRule rule) =>
        string.Join('/', [$"{rule.Kind}", rule.Type, rule.Alarm?.Name ?? string.Empty, rule.Name?.Constant ?? rule.Name?.Path?.Text ?? string.Empty, .. rule.Values.Select(value => value.Name)]);
}
