using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Manifest;

/// <summary>Log events of manifests, 4018.</summary>
internal static partial class ManifestLog
{
    [LoggerMessage(4018, LogLevel.Warning, "the manifest of {First} to {Last} of epoch {Epoch} was not taken, code 0x{Reason:X2}; it is sent again")]
    public static partial void NotTaken(ILogger log, long first, long last, string epoch, byte reason);
}
