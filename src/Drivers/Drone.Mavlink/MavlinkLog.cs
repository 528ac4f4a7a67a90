using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Drone.Mavlink;

internal static partial class MavlinkLog
{
    [LoggerMessage(1600, LogLevel.Information, "{Device}: {Vehicle} is online")]
    public static partial void Online(ILogger log, string device, string vehicle);

    [LoggerMessage(1601, LogLevel.Warning, "{Device}: {Vehicle} is offline, no heartbeat")]
    public static partial void Offline(ILogger log, string device, string vehicle);

    [LoggerMessage(1602, LogLevel.Information, "System {System}: command {Command} is under way, {Percent} % (-1: it does not say)")]
    public static partial void Progress(ILogger log, byte system, ushort command, int percent);

    [LoggerMessage(1603, LogLevel.Information, "{Device}: {Vehicle} started anew")]
    public static partial void Restarted(ILogger log, string device, string vehicle);

    [LoggerMessage(1604, LogLevel.Information, "{Device}: {Vehicle} does not tell message {Message} by order (result {Result}, -1: no answer)")]
    public static partial void NotTold(ILogger log, string device, string vehicle, int message, int result);
}
