using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Dtp;
using EdgeGateway.Protocol.Hytera.Lp;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Hytera.Tmp;
using EdgeGateway.Protocol.Hytera.Tp;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>The message's own names and raw values; numbers as numbers, addresses in dots, bytes in hex. Null members are left out.</summary>
internal static class HdapFields
{
    public static JsonObject Of(HdapMessage message, HdapContent content, byte checksum)
    {
        var fields = new JsonObject
        {
            ["service"] = (byte)message.Service,
            ["name"] = HdapNames.Of(message),
            ["reliable"] = message.Reliable,
            ["opcode"] = message.Opcode,
            ["payloadLength"] = message.Payload.Length,
            ["payload"] = content is UnreadContent ? Convert.ToHexStringLower(message.Payload.Span) : Known(content),
            ["checksum"] = checksum,
        };
        if (!message.IsVerified)
        {
            fields["checksumOk"] = false;
        }

        return fields;
    }

    /// <summary>An object of those members that are there.</summary>
    public static JsonObject Object(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var fields = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                fields[name] = value;
            }
        }

        return fields;
    }

    public static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span);

    private static JsonObject Known(HdapContent content)
    {
        var fields = content switch
        {
            RrsContent rrs => Rrs(rrs),
            LpContent lp => LpFields.Of(lp),
            TmpContent tmp => Tmp(tmp),
            RcpContent rcp => RcpFields.Of(rcp),
            DdsState dds => Object(("service", (byte)dds.About), ("radioIp", dds.Radio.ToString()), ("originalOpcode", dds.OriginalOpcode), ("result", (byte)dds.Result)),
            TpContent tp => Object(
                ("sourceIp", tp.Source.ToString()), ("targetIp", tp.Target.ToString()), ("controllerKind", tp.Controller), ("callType", tp.CallType), ("lines", tp.Lines), ("value", tp.Value)),
            DtpContent dtp => Object(
                ("destinationIp", dtp.Destination.ToString()), ("sourceIp", dtp.Source.ToString()), (dtp.Kind == DtpContent.Start ? "size" : "block", dtp.Number), ("name", dtp.FileName), ("data", Hex(dtp.Data))),
            _ => [],
        };
        if (!content.Rest.IsEmpty)
        {
            fields["rest"] = Hex(content.Rest);
        }

        return fields;
    }

    private static JsonObject Rrs(RrsContent content)
    {
        var answer = content as RrsRegistrationAnswer;
        return Object(
            ("radioIp", content.Radio.ToString()), ("result", (byte?)answer?.Result), ("validSeconds", answer?.ValidSeconds), ("state", (byte?)(content as RrsStatusAnswer)?.State));
    }

    private static JsonObject Tmp(TmpContent content)
    {
        var (message, ack) = (content as TmpMessage, content as TmpAck);
        return Object(
            ("confirmed", content.IsConfirmed),
            ("requestId", content.RequestId),
            (content.IsGroup ? "group" : "destination", content.Destination.ToString()),
            ("source", (message?.Sender ?? ack?.Sender)?.ToString()),
            ("text", message?.Text),
            ("data", message is { Text: null } ? Hex(message.Body) : null),
            ("result", (byte?)ack?.Result),
            ("options", content.Options is { } options ? Hex(options) : null));
    }
}
