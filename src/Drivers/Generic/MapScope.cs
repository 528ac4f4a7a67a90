using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Where the paths of a rule start.</summary>
/// <param name="Whole">The whole message.</param>
/// <param name="Item">The entry; the whole message where a rule walks no list.</param>
/// <param name="Topic">Named parts of the topic.</param>
internal readonly record struct MapScope(BodyNode Whole, BodyNode Item, IReadOnlyDictionary<string, string> Topic)
{
    /// <summary>Where paths that do not start at the entry led, by their text; shared by all entries of the rule.</summary>
    public Dictionary<string, BodyNode?> Found { get; } = new(StringComparer.Ordinal);
}
