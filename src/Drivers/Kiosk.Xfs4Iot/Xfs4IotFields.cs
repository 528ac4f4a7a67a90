using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>A message in the standard's own names, as far as it was read; what was not read is not here to be shown.</summary>
internal static class Xfs4IotFields
{
    public static JsonObject Of(XfsMessage message)
    {
        var header = Members(
            ("name", message.Name), ("type", message.Type), ("requestId", message.WrittenId), ("version", message.Version?.ToString()),
            ("status", message.Refusal), ("completionCode", message.Completion?.Code));
        var payload = message switch
        {
            { Services: { } services } => Services(services),
            { Capabilities: { } capabilities } => Capabilities(capabilities),
            { Status: { } status } => Tree(status),
            { Storage: { } storage } => new JsonObject { ["storage"] = Storage(storage) },
            { Fact: { } fact } => Fact(fact),
            _ => null,
        };
        return payload is { Count: > 0 } ? new JsonObject { ["header"] = header, ["payload"] = payload } : new JsonObject { ["header"] = header };
    }

    private static JsonObject Services(XfsServices services)
    {
        var list = services.Services.Select(one => (JsonNode)Members(("serviceURI", $"{(one.IsTls ? "wss" : "ws")}://{one.HostHeader}{one.Path}")));
        return Members(("vendorName", services.Vendor), ("services", new JsonArray([.. list])));
    }

    /// <summary>Only our own commands are in it.</summary>
    private static JsonObject Capabilities(XfsCapabilities capabilities)
    {
        var interfaces = capabilities.Interfaces.Select(name => Members(("name", name), ("commands", Commands(capabilities, name + "."))));
        return Members(("interfaces", new JsonArray([.. interfaces])));
    }

    private static JsonObject? Commands(XfsCapabilities capabilities, string start)
    {
        var ours = capabilities.Versions.Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal))
            .Select(pair => (pair.Key, (JsonNode?)Members(("versions", new JsonArray([.. pair.Value.Select(version => JsonValue.Create(version.ToString()))])))));
        return Members([.. ours]) is { Count: > 0 } commands ? commands : null;
    }

    private static JsonObject Fact(XfsFact fact)
    {
        var fields = fact switch
        {
            { Error: { } error } => Members(("eventId", error.Cause?.Text), ("action", error.Action?.Text), ("vendorDescription", error.Text)),
            { Storage: { } storage } => Storage(storage),
            { Kind: XfsFactKind.StatusChanged } => Tree(fact.Change),
            _ => new JsonObject(),
        };
        foreach (var (name, word) in fact.Words)
        {
            fields[name] = Value(word);
        }

        return fields;
    }

    private static JsonObject Storage(XfsStorage storage) => Members([.. storage.Units.Select(pair => (pair.Key, (JsonNode?)Unit(pair.Value)))]);

    private static JsonObject Unit(XfsUnit unit)
    {
        var fields = Members(("positionName", unit.PositionName), ("capacity", unit.Capacity), ("status", unit.Status?.Text));
        if (unit.Content is { } content)
        {
            var status = Members(
                ("initialCount", unit.InitialCount), (content == "printer" ? "in" : "count", unit.Count), ("retainCount", unit.RetainCount), ("replenishmentStatus", unit.Replenishment?.Text));
            fields[content] = Members(
                ("capabilities", unit.Type is { } type ? Members(("type", type.Text)) : null),
                ("configuration", unit.Threshold is { } threshold ? Members(("threshold", threshold)) : null),
                ("status", status.Count > 0 ? status : null));
        }

        return fields;
    }

    /// <summary>Paths become objects again; a list becomes one by the names or places of its items.</summary>
    private static JsonObject Tree(XfsTree tree)
    {
        var root = new JsonObject();
        foreach (var (path, value) in tree.Values)
        {
            string[] steps = path.Split('.');
            var at = root;
            foreach (string step in steps[..^1])
            {
                at = at[step] as JsonObject ?? Added(at, step);
            }

            at[steps[^1]] = Value(value);
        }

        return root;
    }

    private static JsonObject Added(JsonObject at, string step)
    {
        var below = new JsonObject();
        at[step] = below;
        return below;
    }

    private static JsonNode Value(XfsValue value) =>
        value.Flag is { } flag ? JsonValue.Create(flag) : value.Number is { } number ? JsonValue.Create(number) : JsonValue.Create(value.Text);

    private static JsonObject Members(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
