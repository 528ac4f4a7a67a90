using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Hytera.Rcp;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Fields of radio control.</summary>
internal static class RcpFields
{
    public static JsonObject Of(RcpContent content) => content switch
    {
        RcpCallStatus { IsOwn: true } call => HdapFields.Object(("process", (ushort)call.Process), ("source", call.Source), ("callType", (ushort)call.CallType), ("target", call.Target)),
        RcpCallStatus call => HdapFields.Object(("process", (ushort)call.Process), ("callType", (ushort)call.CallType), ("target", call.Target), ("source", call.Source)),
        RcpRepeaterStatus repeater => HdapFields.Object(
            ("mode", repeater.Mode), ("status", repeater.Status), ("service", repeater.Carries), ("callType", repeater.CallTypeRaw), ("target", repeater.Target), ("sender", repeater.Sender)),
        RcpStatusReport report => HdapFields.Object(("item", (byte)report.Item), ("value", report.Value)),
        RcpSwitches switches => Switches(switches),
        RcpForward forward => HdapFields.Object(("bitmap", (uint)forward.What), ("reserved", forward.Reserved)),
        _ => Reply(content),
    };

    private static JsonObject Reply(RcpContent content) => content switch
    {
        RcpCall call => HdapFields.Object(("type", (ushort)call.CallType), ("target", call.Target)),
        RcpKey key => HdapFields.Object(("key", key.Key), ("operation", key.Operation)),
        RcpKeyReply key => HdapFields.Object(("result", key.Result), ("key", key.Key), ("operation", key.Operation)),
        RcpReadId read => HdapFields.Object(("kind", (byte)read.What)),
        RcpReadIdReply { What: RcpIdKind.Ip } reply => HdapFields.Object(("result", reply.Result), ("kind", (byte)reply.What), ("value", reply.Radio.ToString())),
        RcpReadIdReply reply => HdapFields.Object(("result", reply.Result), ("kind", (byte)reply.What), ("value", reply.Radio.Value)),
        RcpReadParameter read => HdapFields.Object(("parameter", (byte)read.Parameter), ("argument", read.Argument)),
        RcpReadParameterReply reply => HdapFields.Object(("result", reply.Result), ("argument", reply.Argument), ("parameter", (byte)reply.Parameter), ("value", reply.Value)),
        RcpZoneChannel read => HdapFields.Object(("operation", read.Operation), ("zone", read.Zone), ("channel", read.Channel)),
        RcpZoneChannelReply reply => HdapFields.Object(("result", reply.Result), ("operation", reply.Operation), ("zone", reply.Zone), ("channel", reply.Channel)),
        RcpReadText read => HdapFields.Object(("item", read.Item)),
        RcpReadTextReply reply => HdapFields.Object(("result", reply.Result), ("item", reply.Item), ("text", reply.Text), ("data", reply.Text is null ? HdapFields.Hex(reply.Body) : null)),
        RcpTarget target => HdapFields.Object(("target", target.Target)),
        RcpTargetReply reply => HdapFields.Object(("result", reply.Result), ("target", reply.Target)),
        RcpIdentify identify => HdapFields.Object(("data", HdapFields.Hex(identify.Data))),
        RcpIdentifyReply reply => HdapFields.Object(("result", reply.Result), ("deviceId", reply.DeviceId)),
        RcpResult reply => HdapFields.Object(("result", reply.Result)),
        _ => [],
    };

    private static JsonObject Switches(RcpSwitches switches) => new()
    {
        ["count"] = switches.Entries.Count,
        ["entries"] = new JsonArray([.. switches.Entries.Select(entry => (JsonNode?)HdapFields.Object((switches.Kind == RcpOpcode.EnableReports ? "item" : "function", entry.What), ("on", entry.On)))]),
    };
}
