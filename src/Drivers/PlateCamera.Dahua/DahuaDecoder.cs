using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>
/// <c>edgegateway decode dahua</c>: a line for each event, heartbeat or notification and one for each fault. The input is a
/// whole multipart stream, one text part, a JSON event, an ITSAPI body or an answer of the CGI, with or without an HTTP head.
/// </summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>content-type</c>, <c>boundary</c>, <c>received</c>, <c>zone</c>, <c>device</c>, <c>heading</c>, <c>laneBase</c>, <c>confidence</c>, <c>boxes</c>.</remarks>
public sealed class DahuaDecoder(TimeProvider time) : IProtocolDecoder
{
    public DahuaDecoder()
        : this(TimeProvider.System)
    {
    }

    public string Protocol => "dahua";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (DahuaDecodeOptions.Read(options, time, out var failure) is not { } chosen)
        {
            return [failure!];
        }

        var body = HttpHead.Split(input, out string? contentType);
        contentType = chosen.ContentType ?? contentType;
        return Start(body.Span) switch
        {
            (byte)'-' => Stream(body, contentType, chosen),
            (byte)'{' => Json(body, contentType, chosen),
            _ when MultipartBoundary.IsMultipart(contentType) => Stream(body, contentType, chosen),
            _ => Text(body, contentType, chosen),
        };
    }

    private static byte Start(ReadOnlySpan<byte> body) => body.TrimStart("\uFEFF \t\r\n"u8) is [var first, ..] ? first : (byte)0;

    // Section 6: a Content-Length that no boundary confirms is ignored; the driver counts it, nothing was lost by it.
    private static IEnumerable<DecodedFrame> Stream(ReadOnlyMemory<byte> body, string? contentType, DahuaDecodeOptions options) =>
        DahuaConversation.ReadAll(body, contentType)
            .Where(item => item.Kind != DahuaItemKind.End && item.Fault != MultipartFaults.WrongLength)
            .Select(item => Frame(item, options));

    private static DecodedFrame Frame(DahuaItem item, DahuaDecodeOptions options) => item.Kind switch
    {
        DahuaItemKind.Heartbeat => new DecodedFrame { Type = "Heartbeat", Fields = [] },
        DahuaItemKind.Event => Event(item.Event!, options),
        _ => DecodedFrame.Failed(item.Fault!, DahuaFaultWords.Explain(item.Fault!)),
    };

    private static DecodedFrame Event(DahuaEvent found, DahuaDecodeOptions options) => new()
    {
        Type = found.Code.Length > 0 ? found.Code : "event",
        
        // Only events of vehicles are known to carry no person.
        Fields = found.IsPassage ? DahuaFields.Of(found) : PersonalMembers.Without(DahuaFields.Of(found)),
        Readings = DahuaMapping.ToReading(found, options.Place, options.Received) is { } reading ? [reading] : [],
    };

    private static IEnumerable<DecodedFrame> Json(ReadOnlyMemory<byte> body, string? contentType, DahuaDecodeOptions options)
    {
        var posted = Notification.Read(body, HeaderParameter.Find(contentType, "charset"));
        if (posted.Fault is { } fault)
        {
            return [DecodedFrame.Failed(fault, DahuaFaultWords.Explain(fault))];
        }

        if (posted.Kind == NotificationKind.Other || posted.Root["UTC"].Exists || posted.Root["data"].Exists)
        {
            return Events(body, contentType, options);
        }

        var readings = posted.Passage is { } passage ? new[] { TollgateMapping.ToReading(passage, options.Place, options.Received) } : [];
        return [new DecodedFrame { Type = posted.Kind.ToString(), Fields = DahuaFields.Of(posted.Root), Readings = readings }];
    }

    private static IEnumerable<DecodedFrame> Text(ReadOnlyMemory<byte> body, string? contentType, DahuaDecodeOptions options)
    {
        if (CgiReply.Looks(body.Span))
        {
            return [new DecodedFrame { Type = "reply", Fields = DahuaFields.Of(CgiReply.Read(body.Span).Root) }];
        }

        bool heartbeat = System.Text.Ascii.EqualsIgnoreCase(body.Span.Trim(" \t\r\n\0"u8), "heartbeat"u8);
        return heartbeat ? [new DecodedFrame { Type = "Heartbeat", Fields = [] }] : Events(body, contentType, options);
    }

    // A text part by itself: nobody can say whether pictures came behind it.
    private static List<DecodedFrame> Events(ReadOnlyMemory<byte> body, string? contentType, DahuaDecodeOptions options)
    {
        var faults = new List<string>();
        var events = EventTexts.Read(body, HeaderParameter.Find(contentType, "charset"), faults.Add);
        return
        [
            .. faults.Select(fault => DecodedFrame.Failed(fault, DahuaFaultWords.Explain(fault))),
            .. events.Select(one => Event(one with { PicturesDue = false }, options)),
        ];
    }
}
