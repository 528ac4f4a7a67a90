namespace EdgeGateway.Protocol.Snmp;

/// <summary>Why a datagram is no SNMP message.</summary>
public static class SnmpFaults
{
    /// <summary>Longer than <see cref="SnmpReader.Longest"/>.</summary>
    public const string TooLarge = "snmp-too-large";

    /// <summary>An element does not fit into its frame, has no definite length or another type than is due.</summary>
    public const string Structure = "ber-structure";

    /// <summary>Bytes stand behind the message or behind its last part.</summary>
    public const string Trailing = "ber-trailing";

    /// <summary>A later version than the one that is spoken.</summary>
    public const string Version = "snmp-version";

    /// <summary>A kind of message that has no business here.</summary>
    public const string Kind = "snmp-kind";

    /// <summary>More than <see cref="SnmpReader.MostValues"/> values.</summary>
    public const string TooMany = "snmp-too-many-values";
}
