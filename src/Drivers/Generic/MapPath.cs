using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>
/// Where a fact stands: <c>data.count</c> from the entry, <c>$.device.id</c> from the whole message, <c>{gate}</c> in the topic. What stands behind is a
/// <see cref="BodyPath"/>.
/// </summary>
public sealed class MapPath
{
    private const string Whole = "$";

    private readonly BodyPath? _path;
    private readonly bool _isOfWhole;

    private MapPath(string text, BodyPath? path, bool isOfWhole, string? part) => (Text, _path, _isOfWhole, Part) = (text, path, isOfWhole, part);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Name of the part of the topic; null for a path into the message.</summary>
    public string? Part { get; }

    /// <summary>Whether it starts at the entry; else what it leads to is the same for all entries of a message.</summary>
    internal bool IsOfEntry => Part is null && !_isOfWhole;

    /// <param name="text">A path.</param>
    /// <param name="fault">What is wrong, else the default.</param>
    /// <returns>Null when it is none.</returns>
    public static MapPath? Parse(string text, out PathFault fault)
    {
        if (text is ['{', .. var part, '}'] && TopicPattern.IsPart(part))
        {
            fault = default;
            return new MapPath(text, null, false, part);
        }

        bool isOfWhole = text == Whole || text.StartsWith("$.", StringComparison.Ordinal);
        string rest = !isOfWhole ? text : text.Length > 2 ? text[2..] : text == Whole ? "." : string.Empty;
        return BodyPath.Parse(rest, out fault) is { } path ? new MapPath(text, path, isOfWhole, null) : null;
    }

    public override string ToString() => Text;

    /// <summary>Every value there.</summary>
    internal IReadOnlyList<BodyNode> All(in MapScope scope) =>
        Part is { } part ? scope.Topic.TryGetValue(part, out string? text) ? [BodyNode.Of(text)] : []
        : _path!.Find(_isOfWhole ? scope.Whole : scope.Item, JsonBody.MostValues);

    /// <summary>The first value there, of a list its first item; null when there is none or it says that there is none.</summary>
    internal BodyNode? First(in MapScope scope)
    {
        if (IsOfEntry)
        {
            return Lead(scope);
        }

        // A message of many entries would be walked anew for each of them.
        if (!scope.Found.TryGetValue(Text, out var known))
        {
            scope.Found[Text] = known = Lead(scope);
        }

        return known;
    }

    private BodyNode? Lead(in MapScope scope)
    {
        var found = All(scope) is [var first, ..] ? first : null;
        var single = found is { IsList: true } ? found.Children.FirstOrDefault() : found;
        return single is null or { Sort: BodySort.Nothing } or { Sort: BodySort.Text, Text: null } ? null : single;
    }
}
