using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>Shows a person what the product makes of bytes; the same code that the driver runs.</summary>
public interface IProtocolDecoder
{
    /// <summary>As typed: <c>edgegateway decode PROTOCOL</c>.</summary>
    string Protocol { get; }

    /// <summary>True when a line of the standard input is the input itself and not hex; an empty line is one too.</summary>
    bool TakesText => false;

    /// <summary>True when the standard input is one input as a whole, as for protocols whose messages have several lines.</summary>
    bool TakesAll => false;

    /// <summary>Options whose value is the path of a file of at most 4 MB; the decoder is given what stands in it.</summary>
    IReadOnlyList<string> FileOptions => [];

    /// <param name="input">One input: a file, or one line of hex.</param>
    /// <param name="options">Protocol-specific choices, <c>--opt k=v</c>; <c>received</c> (ISO 8601) and <c>zone</c> are common to all.</param>
    /// <returns>Every frame found and every fault, in the order of the input.</returns>
    IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options);
}

/// <summary>One frame, or one fault.</summary>
public sealed record DecodedFrame
{
    public bool Ok => Fault is null;

    /// <summary>The protocol document's own name for the frame, for example <c>ANPR</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The protocol's own names and raw values, nested as the protocol nests.</summary>
    public JsonObject? Fields { get; init; }

    /// <summary>The normalised result.</summary>
    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>A short fixed word.</summary>
    public string? Fault { get; init; }

    /// <summary>A sentence for a person.</summary>
    public string? Why { get; init; }

    public static DecodedFrame Failed(string fault, string why) => new() { Fault = fault, Why = why };
}
