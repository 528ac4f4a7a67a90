using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>What a port has counted.</summary>
/// <param name="In">Octets; null when not told.</param>
/// <param name="Out">Octets.</param>
/// <param name="Errors">In and out, 32 bits each.</param>
/// <param name="Began">When its counters began, by the agent's clock.</param>
/// <param name="IsNarrow">Octets of 32 bits, which are full after 34 s at 1 Gbit/s.</param>
internal readonly record struct PortCounters(ulong? In, ulong? Out, ulong? Errors, ulong? Began, bool IsNarrow)
{
    public static PortCounters Read(SnmpRow row, bool isNarrow) => new(
        row.Count(isNarrow ? InterfaceMib.InOctets : InterfaceMib.HighInOctets),
        row.Count(isNarrow ? InterfaceMib.OutOctets : InterfaceMib.HighOutOctets),
        Sum(row.Count(InterfaceMib.InErrors), row.Count(InterfaceMib.OutErrors)),
        row.Count(InterfaceMib.Discontinuity),
        isNarrow);

    private static ulong? Sum(ulong? one, ulong? other) => one is null && other is null ? null : (one ?? 0) + (other ?? 0);
}
