using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport.Folders;

internal static partial class FolderLog
{
    [LoggerMessage(1070, LogLevel.Warning, "The operating system tells no changes of {Folder} ({Why}); it is looked into at intervals only")]
    public static partial void NoHints(ILogger log, string folder, string why);

    [LoggerMessage(1071, LogLevel.Information, "{Count} old files went from {Folder} to keep it within its bounds")]
    public static partial void Dropped(ILogger log, int count, string folder);

    [LoggerMessage(1072, LogLevel.Warning, "{File} was changed after it was read; it stays and is read again")]
    public static partial void Changed(ILogger log, string file);

    [LoggerMessage(1073, LogLevel.Warning, "Old files could not be removed from {Folder}: {Why}")]
    public static partial void NotDropped(ILogger log, string folder, string why);
}
