namespace EdgeGateway.Protocol.Snmp;

/// <summary>What every agent has (RFC 3418). Its contact and its location are not here: they name people, and are never asked.</summary>
public static class SystemMib
{
    /// <summary>internet, below which every object of an agent stands.</summary>
    public static readonly ObjectId Everything = ObjectId.Of("1.3.6.1");

    /// <summary>sysUpTime: hundredths of a second since the agent began; begins anew at 2^32, after 497 days.</summary>
    public static readonly ObjectId UpTime = ObjectId.Of("1.3.6.1.2.1.1.3.0");

    /// <summary>sysName: what the site calls the device.</summary>
    public static readonly ObjectId Name = ObjectId.Of("1.3.6.1.2.1.1.5.0");
}
