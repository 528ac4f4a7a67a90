using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>Log events of the confirmation of files, 4040 to 4042.</summary>
internal static partial class MediaConfirmationLog
{
    [LoggerMessage(4040, LogLevel.Information, "a platform that names the files it has was seen: from now on pictures and files are kept until a receipt names them; confirm: broker in the configuration takes it back")]
    public static partial void ByPlatform(ILogger log);

    [LoggerMessage(4041, LogLevel.Warning, "{Count} files that a broker took are named by no receipt for {Patience} or longer; they are sent again, next time after {Next}")]
    public static partial void Unnamed(ILogger log, int count, TimeSpan patience, TimeSpan next);

    [LoggerMessage(4042, LogLevel.Warning, "the store refused to forget {Count} files that the platform has; tried again in {Wait}")]
    public static partial void ForgetFailed(ILogger log, int count, TimeSpan wait, Exception error);
}
