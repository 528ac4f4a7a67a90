namespace EdgeGateway.Protocol.Sdt;

/// <summary>The fixed words for answers that are refused.</summary>
public static class SdtFaults
{
    public const string NoFrame = "no-frame";
    public const string BadLength = "bad-length";
    public const string BadChecksum = "bad-checksum";

    /// <summary>More data than was asked for: it may be a card's, and was not kept.</summary>
    public const string Sensitive = "sensitive-dropped";
}
