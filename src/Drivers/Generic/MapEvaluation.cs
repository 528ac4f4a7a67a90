using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>
/// Applies a map to one message: a pure function. Its work is bounded by the sizes of message (<see cref="JsonBody"/>) and map, and by
/// <see cref="MapOutcome.MostEntries"/>.
/// </summary>
public static class MapEvaluation
{
    /// <param name="map">What is to be made.</param>
    /// <param name="message">Of what.</param>
    /// <param name="topic">MQTT topic, or HTTP path behind the token without its first slash.</param>
    /// <param name="received">By the gateway's clock.</param>
    /// <param name="zone">Of the device, where neither map nor message names one.</param>
    public static MapOutcome Of(SensorMap map, BodyNode message, string topic, DateTimeOffset received, TimeSpan zone)
    {
        var outcome = new MapOutcome();
        foreach (var rule in map.Rules)
        {
            if ((rule.Topic is null ? NoParts : rule.Topic.Match(topic)) is { } parts)
            {
                Apply(new RuleUse(rule, received, zone, outcome), new MapScope(message, message, parts));
            }
        }

        return outcome;
    }

    private static IReadOnlyDictionary<string, string> NoParts { get; } = new Dictionary<string, string>();

    private static void Apply(RuleUse use, MapScope scope)
    {
        if (use.Rule.Each is not { } each)
        {
            Take(use, scope, 0);
            return;
        }

        var found = each.All(scope);

        // A list that is there and empty is a message that was understood: there is nothing to tell.
        use.Outcome.IsMatched |= use.Rule.When.Count == 0 && found.Any(node => node is { IsList: true, Children.Count: 0 });
        int index = 0;
        foreach (var item in found.SelectMany(node => node.IsList ? node.Children : [node]))
        {
            Take(use, scope with { Item = item }, index++);
        }
    }

    private static void Take(RuleUse use, in MapScope scope, int index)
    {
        foreach (var condition in use.Rule.When)
        {
            if (!condition.Holds(scope))
            {
                return;
            }
        }

        use.Outcome.IsMatched = true;
        if (use.Rule.Kind != MapKind.Ignore && use.Outcome.See() && use.Entry(scope, index) is { } entry)
        {
            use.Outcome.Take(entry);
        }
    }
}
