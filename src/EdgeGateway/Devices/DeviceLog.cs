using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Devices;

/// <summary>Log events of this room, 2000 to 2099.</summary>
internal static partial class DeviceLog
{
    [LoggerMessage(2000, LogLevel.Information, "device {Device} is now {Word} {Why}")]
    public static partial void Became(ILogger log, string device, DeviceWord word, string why);

    [LoggerMessage(2001, LogLevel.Warning, "device {Device}: survived {Kind} {Reason}, {Count} times so far")]
    public static partial void Survived(ILogger log, string device, FaultKind kind, string reason, long count);

    [LoggerMessage(2002, LogLevel.Warning, "device {Device}: {Why} Next try in {Wait}.")]
    public static partial void WillRetry(ILogger log, string device, string why, TimeSpan wait);

    [LoggerMessage(2003, LogLevel.Error, "device {Device}: {Why} It is not tried again until the configuration changes.")]
    public static partial void GivenUp(ILogger log, string device, string why);

    [LoggerMessage(2004, LogLevel.Error, "device {Device}: the driver failed in a way it must not; the conversation starts anew")]
    public static partial void DriverFailed(ILogger log, string device, Exception error);

    [LoggerMessage(2005, LogLevel.Warning, "device {Device}: saying goodbye failed or took too long")]
    public static partial void GoodbyeFailed(ILogger log, string device, Exception error);

    [LoggerMessage(2006, LogLevel.Warning, "inbox refused '{Device}': {Reason}, {Count} times so far")]
    public static partial void InboxRefused(ILogger log, string device, string reason, long count);

    [LoggerMessage(2010, LogLevel.Error, "device {Device}: {Count} readings came while the store took none, and the device does not send them again; the platform is told")]
    public static partial void Lost(ILogger log, string device, long count);

    /// <summary>The first, then at 10, 100, 1000: a camera that is broken all night fills no disk with its log.</summary>
    public static bool IsWorthALine(long count) => Math.Log10(count) % 1 == 0;
}
