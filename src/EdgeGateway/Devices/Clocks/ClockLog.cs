using Microsoft.Extensions.Logging;

namespace EdgeGateway.Devices.Clocks;

/// <summary>Log events of clocks, 2020 to 2029.</summary>
internal static partial class ClockLog
{
    [LoggerMessage(2020, LogLevel.Warning, "device {Device}: its clock is off by {Offset} since {Since}; the platform is told, times are passed on as they are")]
    public static partial void Off(ILogger log, string device, TimeSpan offset, DateTimeOffset since);

    [LoggerMessage(2021, LogLevel.Information, "device {Device}: its clock is right again, {Offset}")]
    public static partial void Right(ILogger log, string device, TimeSpan offset);
}
