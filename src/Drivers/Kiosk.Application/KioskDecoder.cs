using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary><c>edgegateway decode kiosk</c>: one body of a kiosk's own software; each message is one line, with what the driver would tell of it if nothing had been told before.</summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>received</c>, <c>zone</c>, <c>device</c>, <c>charset</c>.</remarks>
public sealed class KioskDecoder(TimeProvider time) : IProtocolDecoder
{
    public KioskDecoder()
        : this(TimeProvider.System)
    {
    }

    public string Protocol => "kiosk";

    public bool TakesText => true;

    public bool TakesAll => true;

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (DecodeClock.Read(options, time, out var received, out var zone) is { } mistake)
        {
            return [mistake];
        }

        return Frames(KioskMessages.Read(input, options.GetValueOrDefault("charset"), zone), options.GetValueOrDefault("device") ?? "device", received);
    }

    private static List<DecodedFrame> Frames(IReadOnlyList<KioskItem> items, string device, DateTimeOffset received)
    {
        var preview = new KioskPreview(device, received);
        return [.. items.Select(item => item.Message is { } message ? preview.Frame(message) : DecodedFrame.Failed(item.Fault!, Why(item.Fault!)))];
    }

    private static string Why(string fault) => fault switch
    {
        KioskFaults.Empty => "Nothing stands in the body.",
        KioskFaults.Charset => "The body is no text.",
        KioskFaults.NotJson => "What stands there is no JSON; in a list nothing behind it can be read.",
        KioskFaults.Truncated => "The body ends inside a message.",
        KioskFaults.NotAnObject => "A message is a JSON object.",
        KioskFaults.TooLong => "A message has at most 64 KB, a body 4 MB.",
        KioskFaults.TooMany => "A body has at most 1,000 messages.",
        KioskFaults.TypeMissing => "The member type is missing.",
        KioskFaults.TypeUnknown => "The type is none of transaction, counters, state, heartbeat, modules, supplies.",
        _ => "A member that must be there is missing or cannot be read; see the reference of the messages.",
    };
}
