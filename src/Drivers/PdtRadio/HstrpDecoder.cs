using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary><c>edgegateway decode hstrp</c>: one datagram of a repeater or fixed station.</summary>
/// <param name="driver">Named in the readings.</param>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
public sealed class HstrpDecoder(string driver, TimeProvider time) : IProtocolDecoder
{
    public string Protocol => "hstrp";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options) =>
        RadioDecodeOptions.Read(options, driver, time, out var failure) is { } chosen ? [Line(input.Span, new HdapLines(chosen))] : [failure!];

    private static DecodedFrame Line(ReadOnlySpan<byte> datagram, HdapLines lines)
    {
        if (HstrpFrame.TryRead(datagram, out string? fault) is not { } frame)
        {
            return HdapLines.Failed(null, fault!);
        }

        var line = new DecodedFrame { Type = NameOf(frame.Type), Fields = Fields(frame) };
        if (frame.Payload.IsEmpty)
        {
            return line;
        }

        if (frame.Options.Any(option => option.Command == HstrpOption.Realtime))
        {
            line.Fields["payload"] = Convert.ToHexStringLower(frame.Payload.Span);
            return line;
        }

        return lines.Line(frame.Payload.Span, line, frame.Slot);
    }

    private static JsonObject Fields(HstrpFrame frame)
    {
        var fields = new JsonObject { ["version"] = 0, ["type"] = (byte)frame.Type, ["sequenceNumber"] = frame.Number };
        if (frame.Options.Count > 0)
        {
            fields["options"] = new JsonArray([.. frame.Options.Select(Option)]);
        }

        return fields;
    }

    private static JsonNode? Option(HstrpOption option) =>
        new JsonObject { ["command"] = option.Command, ["name"] = NameOf(option.Command), ["length"] = option.Value.Length, ["value"] = Convert.ToHexStringLower(option.Value.Span) };

    private static string? NameOf(byte command) => command switch
    {
        HstrpOption.Realtime => "realtime",
        HstrpOption.DeviceId => "device id",
        HstrpOption.Channel => "channel id",
        HstrpOption.XptSite => "XPT site",
        HstrpOption.XptIndex => "XPT index",
        HstrpOption.XptChannelType => "XPT channel type",
        _ => null,
    };

    private static string NameOf(HstrpType type)
    {
        string kind = type.HasFlag(HstrpType.Connect) ? "connect" : type.HasFlag(HstrpType.Close) ? "close" : type.HasFlag(HstrpType.Reject) ? "reject"
            : type.HasFlag(HstrpType.Heartbeat) ? "heartbeat" : "data";
        return !type.HasFlag(HstrpType.Ack) ? kind : kind == "data" ? "ack" : kind + " ack";
    }
}
