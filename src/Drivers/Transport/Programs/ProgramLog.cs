using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport.Programs;

internal static partial class ProgramLog
{
    [LoggerMessage(1080, LogLevel.Debug, "{Program} started as process {Id}")]
    public static partial void Started(ILogger log, string program, int id);

    [LoggerMessage(1081, LogLevel.Debug, "{Program}, process {Id}, ended with {Code}: {LastWords}")]
    public static partial void Ended(ILogger log, string program, int id, int code, string lastWords);
}
