using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dji;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>
/// <c>edgegateway decode dji</c>: a line for each message; messages of one input add to each other as those of one dock do. A message may have its topic in
/// front, as <c>mosquitto_sub -v</c> prints it.
/// </summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>
/// Options: <c>topic</c> for messages without one (guessed when missing), <c>gateway</c>, <c>windScale</c>, <c>received</c>, <c>device</c>. Without
/// <c>received</c> nobody knows how old a recording is: it came when its first message says that it was sent.
/// </remarks>
public sealed class DjiDecoder(TimeProvider time) : IProtocolDecoder
{
    public string Protocol => "dji";

    public bool TakesText => true;

    public bool TakesAll => true;

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        var received = time.GetUtcNow();
        if (options.TryGetValue("received", out string? text) && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out received))
        {
            return [DecodedFrame.Failed("bad-option", "received is no ISO 8601 time, for example 2026-11-22T03:32:00Z.")];
        }

        double scale = 1;
        if (options.TryGetValue("windScale", out text) && (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out scale) || !double.IsFinite(scale)))
        {
            return [DecodedFrame.Failed("bad-option", "windScale is no number such as 0.1.")];
        }

        if (options.GetValueOrDefault("topic") is { } topic && DjiTopic.Parse(topic) is null)
        {
            return [DecodedFrame.Failed("bad-option", "topic is none of this protocol, for example thing/product/AIR001/osd.")];
        }

        var pieces = DjiText.Split(input).ToList();
        string? gateway = options.GetValueOrDefault("gateway") ?? pieces.Select(piece => DjiReader.Read(piece.Json, out _)?.Gateway).FirstOrDefault(named => named is not null);
        var came = options.ContainsKey("received") ? received : pieces.Select(piece => DjiReader.Read(piece.Json, out _)?.Sent.At).FirstOrDefault(sent => sent is not null) ?? received;
        var decoding = new DjiDecoding(options.GetValueOrDefault("device") ?? "device", came, scale, gateway, options.GetValueOrDefault("topic"));
        return pieces.Select(decoding.Take);
    }
}
