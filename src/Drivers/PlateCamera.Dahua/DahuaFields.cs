using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Dahua;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>The message's own names and texts, nested as it nests; a long text shows its length only.</summary>
internal static class DahuaFields
{
    public static JsonObject Of(DahuaNode root)
    {
        var fields = new JsonObject();
        foreach (var child in root.Children)
        {
            fields[child.Name] = Value(child);
        }

        return fields;
    }

    public static JsonObject Of(DahuaEvent @event)
    {
        var fields = new JsonObject { ["Code"] = @event.Code, ["Action"] = @event.Action, ["Index"] = @event.Index };
        foreach (var (name, value) in Of(@event.Data).ToArray())
        {
            fields.TryAdd(name, value?.DeepClone());
        }

        if (@event.Pictures.Count > 0)
        {
            fields["pictures"] = new JsonArray([.. @event.Pictures.Select(picture => (JsonNode?)picture.Content.Length)]);
        }

        return fields;
    }

    private static JsonNode? Value(DahuaNode node) => node switch
    {
        { IsList: true } => new JsonArray([.. node.Children.Select(Value)]),
        { HasChildren: true } => Of(node),
        { Long.IsEmpty: false } => $"({node.Long.Length} bytes)",
        _ => node.Raw,
    };
}
