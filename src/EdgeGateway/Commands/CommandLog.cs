using Microsoft.Extensions.Logging;

namespace EdgeGateway.Commands;

/// <summary>Log events of this room, 7000 to 7099. What others wrote stands here only after it was checked for its characters.</summary>
internal static partial class CommandLog
{
    [LoggerMessage(7000, LogLevel.Information, "command {Id} {Name} for {Device} by key {Key}: accepted")]
    public static partial void Accepted(ILogger log, string id, string name, string device, string key);

    [LoggerMessage(7001, LogLevel.Information, "command {Id} {Name} for {Device}: {State} {Reason}")]
    public static partial void Ended(ILogger log, string? id, string? name, string? device, string state, string reason);

    [LoggerMessage(7002, LogLevel.Warning, "a command was refused: {Reason}, {Count} times so far")]
    public static partial void Refused(ILogger log, string reason, long count);

    [LoggerMessage(7003, LogLevel.Warning, "command {Id}: the disk does not take its answer; tried again until it does")]
    public static partial void NotWritten(ILogger log, string? id, Exception error);

    [LoggerMessage(7004, LogLevel.Error, "command {Id} {Name}: its execution failed in a way it must not")]
    public static partial void HandlerFailed(ILogger log, string id, string name, Exception error);

    [LoggerMessage(7005, LogLevel.Warning, "command {Id} {Name} for {Device} was under way when the gateway ended; its outcome is unknown and it is not repeated")]
    public static partial void Interrupted(ILogger log, string? id, string? name, string? device);

    [LoggerMessage(7006, LogLevel.Warning, "the disk does not take the date of the ledger of commands; it is tried again at the next start")]
    public static partial void LedgerNotBegun(ILogger log, Exception error);

    /// <summary>The first, then at 10, 100, 1000: a flood fills no disk with its log.</summary>
    public static bool IsWorthALine(long count) => Math.Log10(count) % 1 == 0;
}
