using EdgeGateway.Protocol.Model;
using EdgeGateway.Uplink.Forwarding;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink;

/// <summary>Log events of this room, 4000 to 4049.</summary>
internal static partial class UplinkLog
{
    [LoggerMessage(4000, LogLevel.Information, "broker {Broker}: connected, MQTT {Version}, window {Window}")]
    public static partial void Connected(ILogger log, string broker, string version, int window);

    [LoggerMessage(4001, LogLevel.Warning, "broker {Broker}: {Why}. Readings are kept on disk. Next try in {Wait}.")]
    public static partial void Lost(ILogger log, string broker, string why, TimeSpan wait);

    [LoggerMessage(4002, LogLevel.Warning, "the store refused to forget {Count} entries that were delivered; tried again later")]
    public static partial void SettleFailed(ILogger log, int count, Exception error);

    [LoggerMessage(4003, LogLevel.Warning, "lane {Lane}: the broker answered 0x{Reason:X2} on {Topic}; reaction: {Reaction}")]
    public static partial void Answered(ILogger log, Lane lane, byte reason, string topic, AckReaction reaction);

    [LoggerMessage(4005, LogLevel.Error, "picture {Sha256} cannot be sent: {Why}")]
    public static partial void PictureStuck(ILogger log, string sha256, string why);

    [LoggerMessage(4006, LogLevel.Error, "the forwarder of lane {Lane} failed; the link is made anew")]
    public static partial void PumpFailed(ILogger log, Lane lane, Exception error);

    [LoggerMessage(4007, LogLevel.Error, "reading {Epoch}:{Seq} of {Device} is parked on this disk: {Why}")]
    public static partial void Parked(ILogger log, string device, string epoch, long seq, string why);

    [LoggerMessage(4008, LogLevel.Error, "announcing the state failed; the link is made anew")]
    public static partial void AnnounceFailed(ILogger log, Exception error);

    [LoggerMessage(4019, LogLevel.Error, "confirmation or manifests failed; the link is made anew")]
    public static partial void CompanionFailed(ILogger log, Exception error);
}
