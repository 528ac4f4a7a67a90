using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Log events of map files, 1740 to 1749.</summary>
internal static partial class GenericLog
{
    [LoggerMessage(1740, LogLevel.Warning, "{Device}: no rule of the map took a message; names and sorts of its values: {Outline}")]
    public static partial void Unmatched(ILogger log, string device, string outline);
}
