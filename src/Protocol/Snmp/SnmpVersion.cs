namespace EdgeGateway.Protocol.Snmp;

/// <summary>The versions that are spoken here, with the numbers they have in a message. Version 3 is not.</summary>
public enum SnmpVersion
{
    /// <summary>RFC 1157.</summary>
    V1 = 0,

    /// <summary>RFC 1901 and RFC 3416: with GETBULK, 64-bit counters, and an answer for each object by itself.</summary>
    V2c = 1,
}
