using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>A message as JSON, with the names of RFC 1157 and values as they came.</summary>
internal static class SnmpFields
{
    public static JsonObject Of(SnmpMessage message) => new()
    {
        ["request-id"] = message.RequestId,
        ["error-status"] = message.ErrorStatus,
        ["error-index"] = message.ErrorIndex,
        ["variable-bindings"] = Values(message.Values),
    };

    public static JsonObject Of(SnmpTrap trap) => new()
    {
        ["enterprise"] = trap.Enterprise.Text,
        ["agent-addr"] = string.Join('.', trap.Agent.ToArray()),
        ["generic-trap"] = trap.Generic,
        ["specific-trap"] = trap.Specific,
        ["time-stamp"] = trap.Uptime,
        ["variable-bindings"] = Values(trap.Values),
    };

    private static JsonArray Values(IReadOnlyList<VarBind> values) => new([.. values.Select(Value)]);

    private static JsonNode? Value(VarBind value)
    {
        var json = new JsonObject { ["name"] = value.Name.Text };
        if (RepeaterMib.Find(value.Name) is { } about)
        {
            json["metric"] = about.Metric;
        }

        json["tag"] = FormattableString.Invariant($"{value.Value.Tag:x2}");
        json["content"] = Convert.ToHexStringLower(value.Value.Content.Span);
        if (value.Value.Whole is { } whole)
        {
            json["integer"] = whole;
        }

        return json;
    }
}
