using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Drivers.Cabinet.Nut;

/// <summary><c>edgegateway decode nut</c>: what a server said, line by line; the reading stands with the end of a list of variables.</summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>received</c>, <c>device</c>.</remarks>
public sealed class NutDecoder(TimeProvider time) : IProtocolDecoder
{
    public NutDecoder()
        : this(TimeProvider.System)
    {
    }

    public string Protocol => "nut";

    public bool TakesText => true;

    public bool TakesAll => true;

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (DecodeClock.Read(options, time, out var received) is { } mistake)
        {
            return [mistake];
        }

        return Frames(input.Span, options.GetValueOrDefault("device") ?? "device", received);
    }

    private static List<DecodedFrame> Frames(ReadOnlySpan<byte> bytes, string device, DateTimeOffset received)
    {
        var frames = new List<DecodedFrame>();
        var reader = new NutLineReader();
        var variables = new NutVariables();
        ReadOnlySpan<byte> last = "\n"u8;
        while (reader.TryRead(ref bytes, out var item) || (!last.IsEmpty && reader.TryRead(ref last, out item)))
        {
            frames.Add(item.Line is { } line ? Frame(line, variables, device, received) : DecodedFrame.Failed(item.Fault!, Why(item.Fault!)));
        }

        return frames;
    }

    private static DecodedFrame Frame(NutLine line, NutVariables variables, string device, DateTimeOffset received)
    {
        if (line.Word == NutWord.Variable)
        {
            variables.Add(line.Arguments[1], line.Arguments[2]);
        }

        bool ends = line is { Word: NutWord.End, Arguments: ["LIST", "VAR", _, ..] };
        return new DecodedFrame { Type = Type(line.Word), Fields = Fields(line), Readings = ends ? [State(line.Arguments[2], variables, device, received)] : [] };
    }

    private static Reading State(string ups, NutVariables variables, string device, DateTimeOffset received) =>
        Reading.OfReceipt(device, NutMapping.DriverName, Lane.Telemetry, received, NutMapping.State([NutMapping.State(ups, variables)]));

    private static JsonObject Fields(NutLine line) => line.Word == NutWord.Variable
        ? new JsonObject { ["ups"] = line.Arguments[0], ["variable"] = line.Arguments[1], ["value"] = line.Arguments[2] }
        : new JsonObject { ["words"] = new JsonArray([.. line.Arguments.Select(word => (JsonNode)word)]) };

    private static string Type(NutWord word) => word switch { NutWord.Ok => "OK", NutWord.Error => "ERR", NutWord.Begin => "BEGIN", NutWord.End => "END", NutWord.Ups => "UPS", _ => "VAR" };

    private static string Why(string fault) => fault switch
    {
        NutFaults.TooLong => "The line is longer than 4,096 bytes.",
        NutFaults.Quotes => "A quoted text has no end.",
        NutFaults.Text => "The line is no UTF-8 or has control characters in it.",
        NutFaults.TooMany => "The line has more than 16 words.",
        _ => "It is no answer of a NUT server that is known here.",
    };
}
