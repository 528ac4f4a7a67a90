using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Elements;

namespace EdgeGateway.Protocol.Paths;

/// <summary>
/// One value of a message in the form that paths walk on, the same for JSON, XML and key=value lines: names are compared without
/// letter case, namespaces do not count, and what repeats is a list.
/// </summary>
public sealed class BodyNode
{
    /// <summary>Objects with more members are looked up, smaller ones looked through.</summary>
    private const int Few = 16;

    private Dictionary<string, BodyNode>? _exact;
    private Dictionary<string, BodyNode>? _loose;

    internal BodyNode(string name) => Name = name;

    /// <summary>As spelled on the wire; empty for the whole message and for the items of a list.</summary>
    public string Name { get; }

    /// <summary>Text without the blanks around it; null for an object, a list, and a value that says nothing.</summary>
    public string? Text { get; internal init; }

    public bool IsList { get; internal init; }

    /// <summary>How it was written, where the language of the message tells that; else text.</summary>
    public BodySort Sort { get; internal init; }

    /// <summary>Members of an object or items of a list, in the order of the message.</summary>
    public IReadOnlyList<BodyNode> Children { get; internal init; } = [];

    /// <summary>The reader of such a message has bounded it: 4,096 names, 32 levels.</summary>
    public static BodyNode Of(DahuaNode message) => Of(message, string.Empty);

    /// <summary>The reader of such a message has bounded it: 4,096 elements, 32 levels. Siblings of one name become a list.</summary>
    public static BodyNode Of(Element message) => Of(message, string.Empty);

    /// <summary>A text that stands alone.</summary>
    public static BodyNode Of(string text) => new(string.Empty) { Text = text };

    /// <returns>The first member of exactly that name, else the first of that name but for letter case; null when there is none.</returns>
    public BodyNode? Member(string name) =>
        IsList ? null
        : Children.Count <= Few ? Children.FirstOrDefault(child => child.Name == name) ?? Children.FirstOrDefault(child => child.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        : (_exact ??= Index(StringComparer.Ordinal)).GetValueOrDefault(name) ?? (_loose ??= Index(StringComparer.OrdinalIgnoreCase)).GetValueOrDefault(name);

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

    private Dictionary<string, BodyNode> Index(StringComparer by)
    {
        var index = new Dictionary<string, BodyNode>(by);
        foreach (var child in Children)
        {
            index.TryAdd(child.Name, child);
        }

        return index;
    }

    private static BodyNode Joined(IGrouping<string, Element> same)
    {
        Element[] all = [.. same];
        return all is [var only]
            ? Of(only, same.Key)
            : new BodyNode(same.Key) { IsList = true, Children = [.. all.Select(item => Of(item, string.Empty))] };
    }
}
