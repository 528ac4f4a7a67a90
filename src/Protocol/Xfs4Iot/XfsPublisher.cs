namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Where publishers sit (kiosk.md section 1.1). More than one on a host is legal.</summary>
public static class XfsPublisher
{
    public const string Path = "/xfs4iot/v1.0";

    /// <summary>As older publishers spell it.</summary>
    public const string OlderPath = "/XFS4IoT/v1.0";

    public const int PlainPort = 80;
    public const int TlsPort = 443;

    /// <summary>80 only without TLS, 443 only with it, then 5846 to 5856 for either.</summary>
    public static IReadOnlyList<int> Ports { get; } = [PlainPort, TlsPort, .. Enumerable.Range(5846, 11)];
}
