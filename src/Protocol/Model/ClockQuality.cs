namespace EdgeGateway.Protocol.Model;

/// <summary>How far the gateway's clock was to be trusted when a reading was received.</summary>
public enum ClockQuality
{
    /// <summary>Disciplined by a time source now.</summary>
    Synchronised,

    /// <summary>Was disciplined since boot, is running on its own now.</summary>
    Holdover,

    /// <summary>Never disciplined since boot.</summary>
    Free,
}
