namespace EdgeGateway.Protocol.Paths;

/// <summary>One step of a path: to a member by name, to every item of a list, or to one of them.</summary>
/// <param name="Name">Member, or null for items.</param>
/// <param name="Index">Without a name: which item from 0, or null for all.</param>
internal readonly record struct PathStep(string? Name, int? Index)
{
    /// <summary>Where the step leads from here. What could repeat and came once is no list on the wire, so a single value counts as a list of itself.</summary>
    public IEnumerable<BodyNode> From(BodyNode node)
    {
        if (Name is { } name)
        {
            var owner = node.IsList ? node.Children.FirstOrDefault() : node;
            return owner?.Member(name) is { } member ? [member] : [];
        }

        IReadOnlyList<BodyNode> items = node.IsList ? node.Children : [node];
        return Index is not { } index ? items : index < items.Count ? [items[index]] : [];
    }
}
