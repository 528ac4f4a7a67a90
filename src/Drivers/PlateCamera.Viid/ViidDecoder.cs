using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Multipart;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>
/// <c>edgegateway decode viid</c>: a line for one body. The input is JSON, or a recorded HTTP request or answer with its head.
/// </summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>content-type</c>, <c>received</c>, <c>zone</c>, <c>device</c>, <c>deviceId</c>, <c>heading</c>, <c>headings</c>.</remarks>
public sealed class ViidDecoder(TimeProvider time) : IProtocolDecoder
{
    public ViidDecoder()
        : this(TimeProvider.System)
    {
    }

    public string Protocol => "viid";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (ViidDecodeOptions.Read(options, time, out var failure) is not { } chosen)
        {
            return [failure!];
        }

        var body = HttpHead.Split(input, out string? contentType);
        var document = ViidDocument.Read(body, HeaderParameter.Find(chosen.ContentType ?? contentType, "charset"), out string? fault);
        if (document is not null)
        {
            return [Frame(document, body, chosen)];
        }

        // A challenge has nothing but its head.
        return body.Length < input.Length && body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0
            ? [new DecodedFrame { Type = "head", Fields = ViidFields.OfHead(input.Span[..^body.Length]) }]
            : [DecodedFrame.Failed(fault!, ViidFaultWords.Explain(fault!))];
    }

    private static DecodedFrame Frame(ViidDocument document, ReadOnlyMemory<byte> body, ViidDecodeOptions options) => new()
    {
        Type = document.Root.Children().FirstOrDefault(child => child.Kind == ViidKind.Object) is { Exists: true } envelope ? envelope.Name : "object",
        Fields = ViidFields.Of(document),
        Readings = [.. ViidMotorVehicle.Find(document).Select(vehicle => ViidCameraMapping.ToReading(vehicle, document, body, options.Place, options.Received))],
    };
}
