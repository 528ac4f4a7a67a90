using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Pdt;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What a person may say beside the bytes: <c>received</c>, <c>device</c>, <c>numberRule</c> (none, national, zhejiang), <c>own</c> (id of the radio on the link), <c>checksum</c> (check, ignore).</summary>
internal sealed record RadioDecodeOptions(DateTimeOffset Received, RadioVia Via, long? OwnId, bool AcceptUnverified)
{
    public static RadioDecodeOptions? Read(IReadOnlyDictionary<string, string> options, string driver, TimeProvider time, out DecodedFrame? failure)
    {
        failure = DecodeClock.Read(options, time, out var received);

        NumberScheme? scheme = options.GetValueOrDefault("numberRule") switch { null or "none" => NumberScheme.None, "national" => NumberScheme.National, "zhejiang" => NumberScheme.Zhejiang, _ => null };
        if (scheme is null)
        {
            failure = DecodedFrame.Failed("bad-option", "numberRule is none of none, national, zhejiang.");
        }

        long? own = null;
        if (options.TryGetValue("own", out string? text))
        {
            own = uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint id) && id <= 0xFFFFFF ? id : null;
            failure = own is null ? DecodedFrame.Failed("bad-option", "own is no 24-bit id.") : failure;
        }

        var site = new RadioSiteOptions { Numbers = new NumberRule { Scheme = scheme ?? NumberScheme.None } };
        var via = new RadioVia(options.GetValueOrDefault("device") ?? "device", driver, site);
        return failure is null ? new RadioDecodeOptions(received, via, own, options.GetValueOrDefault("checksum") == "ignore") : null;
    }
}
