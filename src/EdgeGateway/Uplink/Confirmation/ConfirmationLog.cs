using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>Log events of confirmation, 4010 to 4014.</summary>
internal static partial class ConfirmationLog
{
    [LoggerMessage(4010, LogLevel.Information, "a platform that sends receipts was seen: from now on readings are kept until its receipt; confirm: broker in the configuration takes it back")]
    public static partial void ByPlatform(ILogger log);

    [LoggerMessage(4011, LogLevel.Warning, "a receipt for epoch {Epoch} up to {UpTo} was not used: {Why}")]
    public static partial void Unusable(ILogger log, string epoch, long upTo, string why);

    [LoggerMessage(4012, LogLevel.Information, "the platform lacks {Count} readings of epoch {Epoch}, the first is {First}; they are sent again")]
    public static partial void Resend(ILogger log, long count, string epoch, long first);

    [LoggerMessage(4013, LogLevel.Warning, "what a broker took up to position {Last} is covered by no receipt for {Patience}; it is sent again, next time after {Next}")]
    public static partial void Uncovered(ILogger log, long last, TimeSpan patience, TimeSpan next);

    [LoggerMessage(4014, LogLevel.Warning, "the platform lacks readings {First} to {Last} of epoch {Epoch}, which are not here any more")]
    public static partial void Gone(ILogger log, string epoch, long first, long last);
}
