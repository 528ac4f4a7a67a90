using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

internal static partial class Xfs4IotLog
{
    [LoggerMessage(1690, LogLevel.Information, "{Device} has {Count} services: {Names}")]
    public static partial void Found(ILogger log, string device, int count, string names);

    [LoggerMessage(1691, LogLevel.Information, "{Device} lost its service {Module}: {Why}")]
    public static partial void Lost(ILogger log, string device, string module, string why);

    [LoggerMessage(1692, LogLevel.Information, "{Device} has service {Module} again")]
    public static partial void Back(ILogger log, string device, string module);

    [LoggerMessage(1693, LogLevel.Information, "{Device} has new services: {Names}; the conversation begins anew")]
    public static partial void Changed(ILogger log, string device, string names);

    [LoggerMessage(1694, LogLevel.Warning, "What was told of {Device} could not be remembered: {Why}; after a restart it is told once more")]
    public static partial void NotRemembered(ILogger log, string device, string why);
}
