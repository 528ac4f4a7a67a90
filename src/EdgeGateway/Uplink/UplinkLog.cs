using EdgeGateway.Protocol.Model;
using EdgeGateway.Uplink.Forwarding;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink;

/// <summary>Log events of this room, 4000 to 4049.</summary>
internal static partial class UplinkLog
{
    [LoggerMessage(4000, LogLevel.Information, "broker {Broker}: connected, MQTT {Version}, window {Window}")]
    public static partial void Connected(ILogger log, string broker, string version, int window);

    [LoggerMessage(4001, LogLevel.Warning, "broker {Broker}: {Why}. Readings are kept on disk.")]
    public static partial void Lost(ILogger log, string broker, string why);

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

    [LoggerMessage(4020, LogLevel.Information, "lane {Lane} lags by up to {Positions} numbers: they travel as batches, the lane goes on with what is newer")]
    public static partial void Backfill(ILogger log, Lane lane, long positions);

    [LoggerMessage(4021, LogLevel.Information, "lane {Lane}: the backlog is delivered")]
    public static partial void BackfillDone(ILogger log, Lane lane);

    [LoggerMessage(4023, LogLevel.Warning, "no broker can be used now; next try in {Wait}")]
    public static partial void StaysAway(ILogger log, TimeSpan wait);

    [LoggerMessage(4024, LogLevel.Critical, "broker {Broker}: another gateway connected as {ClientId}. Two gateways must not share one id; this one stays back")]
    public static partial void TakenOver(ILogger log, string broker, string clientId);

    [LoggerMessage(4025, LogLevel.Information, "broker {Broker} is well again; the gateway returns to it when it has been so for {Wait}")]
    public static partial void BrokerWell(ILogger log, string broker, TimeSpan wait);

    [LoggerMessage(4026, LogLevel.Information, "left broker {Broker} in order; returning to {Better}")]
    public static partial void Returns(ILogger log, string broker, string better);

    [LoggerMessage(4027, LogLevel.Error, "looking for a better broker failed; the gateway stays on this one until the link ends")]
    public static partial void ProbeFailed(ILogger log, Exception error);

    [LoggerMessage(4022, LogLevel.Information, "{Count} parked readings wait again for delivery")]
    public static partial void Replayed(ILogger log, int count);

    [LoggerMessage(4008, LogLevel.Error, "announcing the state failed; the link is made anew")]
    public static partial void AnnounceFailed(ILogger log, Exception error);

    [LoggerMessage(4019, LogLevel.Error, "confirmation or manifests failed; the link is made anew")]
    public static partial void CompanionFailed(ILogger log, Exception error);
}
