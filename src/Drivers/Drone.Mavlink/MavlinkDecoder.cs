using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// <c>edgegateway decode mavlink</c>: a line for each frame and one for each fault, as the driver finds them in a stream. The readings of a line are what
/// the driver's mapping makes of all that was said so far; how often the driver would tell them is not shown.
/// </summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>
/// Options: <c>received</c>, <c>device</c>, <c>datagram</c> (true: the input is one datagram), <c>key</c> (64 hex digits: signatures are judged),
/// <c>unsigned</c> (accept, radio-status, reject; with a key, default reject). Without <c>received</c> nobody knows how old a recording is: its first signature
/// sets the clock for the others.
/// </remarks>
public sealed class MavlinkDecoder(TimeProvider time) : IProtocolDecoder
{
    public string Protocol => "mavlink";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        var received = time.GetUtcNow();
        if (options.TryGetValue("received", out string? text) && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out received))
        {
            return [DecodedFrame.Failed("bad-option", "received is no ISO 8601 time, for example 2026-11-22T03:32:00Z.")];
        }

        if (!TryCheck(options, out var check))
        {
            return [DecodedFrame.Failed("bad-option", "key is 64 hex digits, unsigned is one of accept, radio-status, reject.")];
        }

        return Lines(input.Span, options.GetValueOrDefault("datagram") == "true", new MavlinkLines(options.GetValueOrDefault("device") ?? "device", received, check, text is null ? DateTimeOffset.MinValue : received));
    }

    private static IReadOnlyList<DecodedFrame> Lines(ReadOnlySpan<byte> input, bool isDatagram, MavlinkLines lines)
    {
        var reader = new MavStreamReader();
        for (; input.Length > MavStreamReader.LongestPart && !isDatagram; input = input[MavStreamReader.LongestPart..])
        {
            reader.Add(input[..MavStreamReader.LongestPart]);
            Read(reader, lines);
        }

        if (input.Length > MavStreamReader.LongestPart)
        {
            return [DecodedFrame.Failed("too-long", "No datagram is as long as that.")];
        }

        reader.Add(input);
        reader.End();
        Read(reader, lines);
        lines.End();
        return lines.All.Count == 0 ? [DecodedFrame.Failed(MavlinkFaultWords.NoFrame, MavlinkFaultWords.Explain(MavlinkFaultWords.NoFrame))] : lines.All;
    }

    private static void Read(MavStreamReader reader, MavlinkLines lines)
    {
        while (reader.TryRead(out var item))
        {
            lines.Add(item);
        }
    }

    private static bool TryCheck(IReadOnlyDictionary<string, string> options, out MavSignatureCheck? check)
    {
        check = null;
        MavUnsignedPolicy? unsigned = options.GetValueOrDefault("unsigned") switch
        {
            null or "reject" => MavUnsignedPolicy.Reject,
            "radio-status" => MavUnsignedPolicy.RadioStatusOnly,
            "accept" => MavUnsignedPolicy.Accept,
            _ => null,
        };
        if (!options.TryGetValue("key", out string? key))
        {
            return unsigned is not null;
        }

        if (unsigned is null || key.Length != MavKey.Length * 2 || !key.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        check = new MavSignatureCheck(new MavKey(Convert.FromHexString(key)), unsigned.Value);
        return true;
    }
}
