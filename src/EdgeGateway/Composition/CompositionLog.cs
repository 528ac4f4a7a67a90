using Microsoft.Extensions.Logging;

namespace EdgeGateway.Composition;

/// <summary>Log events of this room, 6000 to 6099.</summary>
internal static partial class CompositionLog
{
    [LoggerMessage(6000, LogLevel.Information, "gateway {Gateway} is ready: {Devices} devices, store in {Folder}")]
    public static partial void Ready(ILogger log, string gateway, int devices, string folder);

    [LoggerMessage(6001, LogLevel.Information, "gateway {Gateway} has stopped in order")]
    public static partial void Stopped(ILogger log, string gateway);

    [LoggerMessage(6002, LogLevel.Critical, "the uplink failed; the gateway ends so that it can be started anew")]
    public static partial void UplinkFailed(ILogger log, Exception error);

    [LoggerMessage(6010, LogLevel.Warning, "the store is damaged ({Cause}); the gateway ends and starts anew in this process")]
    public static partial void StartingAnew(ILogger log, string cause);
}
