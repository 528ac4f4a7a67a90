using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>Log events of the way down, 4015 to 4017.</summary>
internal static partial class DownlinkLog
{
    [LoggerMessage(4015, LogLevel.Error, "the broker refuses the subscription {Filter}, code 0x{Reason:X2}: readings go on, but nothing can come down; asked again with the next link")]
    public static partial void Refused(ILogger log, string filter, byte reason);

    [LoggerMessage(4016, LogLevel.Error, "the broker does not answer the subscription to {Filter}: {Why}; asked again with the next link")]
    public static partial void NotAnswered(ILogger log, string filter, string why);

    [LoggerMessage(4017, LogLevel.Error, "the broker ended {Times} links in a row instead of answering our subscription; this link goes without, so that readings arrive")]
    public static partial void Without(ILogger log, int times);

    [LoggerMessage(4028, LogLevel.Information, "broker {Broker}: points in topics: {Answer}")]
    public static partial void Points(ILogger log, string broker, string answer);
}
