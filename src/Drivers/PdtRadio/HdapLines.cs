using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Lines of <c>decode</c> for HDAP messages, bare or inside frames. Every line stands for itself: nothing is left out as known.</summary>
internal sealed class HdapLines
{
    private readonly RadioDecodeOptions _options;
    private readonly RadioReadings _readings;

    public HdapLines(RadioDecodeOptions options)
    {
        _options = options;
        _readings = new RadioReadings(options.Via, new EmergencyWatch()) { OwnId = options.OwnId };
    }

    /// <param name="bytes">One message.</param>
    /// <param name="around">Type and fields of the frame around it; null when it came bare.</param>
    /// <param name="slot">Of a repeater.</param>
    public DecodedFrame Line(ReadOnlySpan<byte> bytes, DecodedFrame? around = null, int? slot = null)
    {
        if (HdapMessage.TryRead(bytes, out string? fault, _options.AcceptUnverified) is not { } message)
        {
            return Failed(around, fault!);
        }

        var content = HdapContent.Read(message);
        var fields = HdapFields.Of(message, content, bytes[^2]);
        var line = around is { Fields: { } frame } ? around with { Fields = Within(frame, fields) } : new DecodedFrame { Type = HdapNames.Of(message), Fields = fields };
        line = line with { Readings = Read(message, content, slot) };
        return content is UnreadContent { Fault: { } unread } ? Failed(line, unread) : line;
    }

    public static DecodedFrame Failed(DecodedFrame? line, string fault) => (line ?? new DecodedFrame()) with { Fault = fault, Why = HyteraFaultWords.Explain(fault) };

    private static JsonObject Within(JsonObject frame, JsonObject message)
    {
        frame["hdap"] = message;
        return frame;
    }

    private IReadOnlyList<Reading> Read(HdapMessage message, HdapContent content, int? slot)
    {
        _readings.OwnId = content is RcpReadIdReply { Result: 0, Radio.Id: > 0 and var id } ? id : _readings.OwnId;
        var readings = _readings.Of(message, _options.Received, slot);
        _readings.EmergenciesTold(message, _options.Received, slot, readings);
        return readings;
    }
}
