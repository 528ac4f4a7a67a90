using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>
/// <c>edgegateway decode isapi</c>: a line for each alert or heartbeat and one for each fault. The input may start with
/// a multipart body, with the HTTP head in front of it, or be a bare XML or JSON document.
/// </summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>content-type</c>, <c>boundary</c>, <c>received</c>, <c>zone</c>, <c>device</c>, <c>heading</c>.</remarks>
public sealed class IsapiDecoder(TimeProvider time) : IProtocolDecoder
{
    public IsapiDecoder()
        : this(TimeProvider.System)
    {
    }

    public string Protocol => "isapi";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (IsapiDecodeOptions.Read(options, time, out var failure) is not { } chosen)
        {
            return [failure!];
        }

        var body = HttpHead.Split(input, out string? contentType);
        return IsapiConversation.ReadBody(body, chosen.ContentType ?? contentType)
            .Where(IsShown)
            .Select(item => Frame(item, chosen));
    }

    // Section 6: a Content-Length that no boundary confirms is ignored; the driver counts it, nothing was lost by it.
    private static bool IsShown(IsapiItem item) => item.Kind != IsapiItemKind.End && item.Fault != MultipartFaults.WrongLength;

    private static DecodedFrame Frame(IsapiItem item, IsapiDecodeOptions options) => item.Kind switch
    {
        IsapiItemKind.Heartbeat => new DecodedFrame { Type = "heartbeat", Fields = AlertFields.Of(item.Heartbeat!, []) },
        IsapiItemKind.Alert => Alert(item.Event!, options),
        _ => DecodedFrame.Failed(item.Fault!, IsapiFaultWords.Explain(item.Fault!)),
    };

    private static DecodedFrame Alert(IsapiEvent @event, IsapiDecodeOptions options)
    {
        var reading = HikvisionMapping.ToReading(@event, options.Place, options.Received);
        return new DecodedFrame
        {
            Type = @event.Alert.EventType,

            // Only events of vehicles are known to carry no person.
            Fields = @event.Alert.IsAnpr ? AlertFields.Of(@event.Alert, @event.Pictures) : PersonalMembers.Without(AlertFields.Of(@event.Alert, @event.Pictures)),
            Readings = reading is null ? [] : [reading],
        };
    }
}
