using Microsoft.Extensions.Logging;

namespace EdgeGateway.Commands.HotList;

/// <summary>Log events of signed lists, 7030 to 7059.</summary>
internal static partial class ListImporterLog
{
    [LoggerMessage(7030, LogLevel.Information, "signed list {Name}: {State} {Reason}, {Taken} entries taken, {Refused} refused")]
    public static partial void Answered(ILogger log, string name, string state, string? reason, long taken, long refused);

    [LoggerMessage(7031, LogLevel.Warning, "signed list {Name} could not be taken")]
    public static partial void Failed(ILogger log, string name, Exception error);
}
