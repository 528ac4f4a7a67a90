using System.Text.RegularExpressions;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>
/// <c>edgegateway decode xfs4iot</c>: the messages of one service, one JSON text a line; what one says is laid over what those before it said. What is shown is what
/// the driver would keep, so a message with a person's data gives a fault and nothing else.
/// </summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>service</c> (name of the module, 1 to 64 letters, digits, points, hyphens, underlines), <c>received</c>, <c>device</c>.</remarks>
public sealed partial class Xfs4IotDecoder(TimeProvider time) : IProtocolDecoder
{
    public string Protocol => "xfs4iot";

    public bool TakesText => true;

    public bool TakesAll => true;

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (DecodeClock.Read(options, time, out var received) is { } mistake)
        {
            return [mistake];
        }

        string? service = options.GetValueOrDefault("service");
        if (service is not null && !ServiceName().IsMatch(service))
        {
            return [DecodedFrame.Failed("bad-option", "service is no name of a service, for example IdSlot.")];
        }

        var decoding = new Xfs4IotDecoding(options.GetValueOrDefault("device") ?? "device", service, received);
        return Lines(input).Select(decoding.Take);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> input)
    {
        while (!input.IsEmpty)
        {
            int end = input.Span.IndexOf((byte)'\n');
            var line = end < 0 ? input : input[..end];
            input = end < 0 ? default : input[(end + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                yield return line;
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex ServiceName();
}
