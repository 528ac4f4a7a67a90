namespace EdgeGateway.Protocol.Snmp;

/// <summary>The columns of a port that are asked (IF-MIB, RFC 2863). The index of every row is the port's number, which may be another after a restart.</summary>
public static class InterfaceMib
{
    public static readonly ObjectId Root = ObjectId.Of("1.3.6.1.2.1.2.2");

    public static readonly ObjectId Description = ObjectId.Of("1.3.6.1.2.1.2.2.1.2");
    public static readonly ObjectId Type = ObjectId.Of("1.3.6.1.2.1.2.2.1.3");

    /// <summary>Bits a second, at most 2^32 - 1: faster ones say that.</summary>
    public static readonly ObjectId Speed = ObjectId.Of("1.3.6.1.2.1.2.2.1.5");

    public static readonly ObjectId AdminStatus = ObjectId.Of("1.3.6.1.2.1.2.2.1.7");
    public static readonly ObjectId OperStatus = ObjectId.Of("1.3.6.1.2.1.2.2.1.8");
    public static readonly ObjectId InOctets = ObjectId.Of("1.3.6.1.2.1.2.2.1.10");
    public static readonly ObjectId InErrors = ObjectId.Of("1.3.6.1.2.1.2.2.1.14");
    public static readonly ObjectId OutOctets = ObjectId.Of("1.3.6.1.2.1.2.2.1.16");
    public static readonly ObjectId OutErrors = ObjectId.Of("1.3.6.1.2.1.2.2.1.20");

    public static readonly ObjectId Name = ObjectId.Of("1.3.6.1.2.1.31.1.1.1.1");

    /// <summary>ifHCInOctets: 64 bits, so only from version 2c on.</summary>
    public static readonly ObjectId HighInOctets = ObjectId.Of("1.3.6.1.2.1.31.1.1.1.6");

    /// <summary>ifHCOutOctets.</summary>
    public static readonly ObjectId HighOutOctets = ObjectId.Of("1.3.6.1.2.1.31.1.1.1.10");

    /// <summary>Million bits a second.</summary>
    public static readonly ObjectId HighSpeed = ObjectId.Of("1.3.6.1.2.1.31.1.1.1.15");

    public static readonly ObjectId Alias = ObjectId.Of("1.3.6.1.2.1.31.1.1.1.18");

    /// <summary>ifCounterDiscontinuityTime: sysUpTime when the counters of the port last began anew.</summary>
    public static readonly ObjectId Discontinuity = ObjectId.Of("1.3.6.1.2.1.31.1.1.1.19");

    /// <summary>Without the octets, of which there are two editions.</summary>
    public static readonly IReadOnlyList<ObjectId> Columns = [OperStatus, AdminStatus, Type, Speed, Description, Name, Alias, HighSpeed, InErrors, OutErrors, Discontinuity];

    public static readonly IReadOnlyList<ObjectId> NarrowOctets = [InOctets, OutOctets];

    public static readonly IReadOnlyList<ObjectId> WideOctets = [HighInOctets, HighOutOctets];
}
