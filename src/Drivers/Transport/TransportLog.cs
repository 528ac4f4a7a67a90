using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport;

internal static partial class TransportLog
{
    [LoggerMessage(1000, LogLevel.Information, "Device inbox listens on {Address} port {Port}")]
    public static partial void InboxListens(ILogger log, string address, int port);

    [LoggerMessage(1001, LogLevel.Error, "The handler of inbox requests of {Device} failed; the device was told 500")]
    public static partial void InboxHandlerFailed(ILogger log, string device, Exception error);
}
