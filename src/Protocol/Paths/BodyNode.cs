using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Elements;

namespace EdgeGateway.Protocol.Paths;

/// <summary>
/// One value of a message in the form that paths walk on, the same for JSON, XML and key=value lines: names are compared without
/// letter case, namespaces do not count, and what repeats is a list.
/// </summary>
public sealed class BodyNode
{
    private BodyNode(string name) => Name = name;

    /// <summary>As spelled on the wire; empty for the whole message and for the items of a list.</summary>
    public string Name { get; }

    /// <summary>Text without the blanks around it; null for an object, a list, and a value that says nothing.</summary>
    public string? Text { get; private init; }

    public bool IsList { get; private init; }

    /// <summary>Members of an object or items of a list, in the order of the message.</summary>
    public IReadOnlyList<BodyNode> Children { get; private init; } = [];

    /// <summary>The reader of such a message has bounded it: 4,096 names, 32 levels.</summary>
    public static BodyNode Of(DahuaNode message) => Of(message, string.Empty);

    /// <summary>The reader of such a message has bounded it: 4,096 elements, 32 levels. Siblings of one name become a list.</summary>
    public static BodyNode Of(Element message) => Of(message, string.Empty);

    /// <returns>The first member of that name; null when there is none.</returns>
    public BodyNode? Member(string name)
    {
        foreach (var child in Children)
        {
            if (!IsList && child.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return child;
            }
        }

        return null;
    }

    private static BodyNode Of(DahuaNode node, string name) => new(name)
    {
        Text = node.HasChildren || node.IsList ? null : node.Text,
        IsList = node.IsList,
        Children = [.. node.Children.Select(child => Of(child, node.IsList ? string.Empty : child.Name))],
    };

    private static BodyNode Of(Element element, string name) => new(name)
    {
        Text = element.HasChildren ? null : element.Text,
        Children = [.. element.Children().GroupBy(child => new string(child.Name), StringComparer.OrdinalIgnoreCase).Select(Joined)],
    };

    private static BodyNode Joined(IGrouping<string, Element> same)
    {
        Element[] all = [.. same];
        return all is [var only]
            ? Of(only, same.Key)
            : new BodyNode(same.Key) { IsList = true, Children = [.. all.Select(item => Of(item, string.Empty))] };
    }
}
