using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Log events of the hot list, 2120 to 2159.</summary>
internal static partial class HotListLog
{
    /// <returns>Whether a count is the first, the tenth, the hundredth: what repeats is logged seldom.</returns>
    public static bool IsWorthALine(long count)
    {
        while (count >= 10 && count % 10 == 0)
        {
            count /= 10;
        }

        return count == 1;
    }

    [LoggerMessage(2120, LogLevel.Information, "hot lists: {Entries} entries in {Lists} lists are looked for; loaded in {Milliseconds} ms")]
    public static partial void Loaded(ILogger log, int entries, int lists, long milliseconds);

    [LoggerMessage(2121, LogLevel.Error, "hot list {Origin} was damaged: {Lost} bytes could not be read (-1: the rest of the file), {Torn} at its end; set aside as {SetAside}. Send the list again")]
    public static partial void Damaged(ILogger log, string origin, long lost, long torn, string? setAside);

    [LoggerMessage(2122, LogLevel.Error, "hot list {Origin} cannot be read and is not looked for")]
    public static partial void NotRead(ILogger log, string origin, Exception error);

    [LoggerMessage(2123, LogLevel.Warning, "hot list {Origin} could not be written anew; its file keeps its history until the next change")]
    public static partial void NotRenewed(ILogger log, string origin, Exception error);

    [LoggerMessage(2124, LogLevel.Warning, "a reading matches more than is told of it, or has too many unread characters; {Found} entries were found")]
    public static partial void NotEverythingTold(ILogger log, int found);

    [LoggerMessage(2125, LogLevel.Warning, "a hit of {Origin} is not told to it: {Most} notices wait already. It went to the platform as an alarm")]
    public static partial void NoticeDropped(ILogger log, string origin, int most);

    [LoggerMessage(2126, LogLevel.Information, "hot list {Origin}: {What}, {Count} entries, {Outcome} {Reason}")]
    public static partial void Changed(ILogger log, string origin, string what, long count, string outcome, string? reason);

    [LoggerMessage(2127, LogLevel.Warning, "a line of the audit trail of hot list {Origin} could not be written")]
    public static partial void NotAudited(ILogger log, string origin, Exception error);
}
