namespace EdgeGateway.Uplink.Failover;

/// <summary>What is known of one broker while the process lives.</summary>
internal sealed class BrokerState
{
    /// <summary>It failed in this round.</summary>
    public bool Tried { get; set; }

    /// <summary>Time stamp before which it is left alone; null for none.</summary>
    public long? NotBefore { get; set; }

    /// <summary>It accepted and never acknowledged: it has to acknowledge a probe before we return to it.</summary>
    public bool Deaf { get; set; }

    /// <summary>It took our name and password before.</summary>
    public bool Served { get; set; }
}
