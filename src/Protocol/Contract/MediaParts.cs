namespace EdgeGateway.Protocol.Contract;

/// <summary>How files above one message are cut (contract section 1).</summary>
public static class MediaParts
{
    /// <summary>1 MiB: the most that travels in one message.</summary>
    public const int PartBytes = 1024 * 1024;

    public static int Count(long bytes) => bytes <= PartBytes ? 1 : (int)((bytes + PartBytes - 1) / PartBytes);
}
