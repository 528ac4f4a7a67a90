using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

internal static partial class DicosLog
{
    [LoggerMessage(1470, LogLevel.Warning, "The receiver of {Device} ended before it began: {LastWords}")]
    public static partial void ReceiverEnded(ILogger log, string device, string lastWords);

    [LoggerMessage(1471, LogLevel.Warning, "A file of {Device} cannot be read ({Fault}) and went to quarantine: {File}")]
    public static partial void Unreadable(ILogger log, string device, string fault, string file);
}
