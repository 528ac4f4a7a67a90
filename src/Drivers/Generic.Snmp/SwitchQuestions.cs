using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Asks everything of the ports once.</summary>
internal sealed class SwitchQuestions(DriverContext context, SnmpPeer peer)
{
    private readonly TableWalk _walk = new(peer, context, WalkLimits.Usual);
    private readonly ObjectRound _round = new(peer, context.Watch);
    private bool _isNarrow = peer.Version == SnmpVersion.V1;

    /// <exception cref="DeviceFaultException">It does not answer, or does not let us in.</exception>
    public async Task<SwitchAnswers> AskAsync(CancellationToken ct)
    {
        var system = await _round.AskAsync([SystemMib.UpTime, SystemMib.Name], ct).ConfigureAwait(false);
        bool isNarrow = _isNarrow;
        var table = await _walk.AskAsync([.. InterfaceMib.Columns, .. isNarrow ? InterfaceMib.NarrowOctets : InterfaceMib.WideOctets], ct).ConfigureAwait(false);

        // Some agents of version 2c have no table of wide counters: the next round takes the narrow ones.
        _isNarrow = isNarrow || (table.IsWhole && table.Rows.All(row => row[InterfaceMib.HighInOctets] is null));
        return new SwitchAnswers(table, isNarrow, system[SystemMib.UpTime].Value?.Count, system[SystemMib.Name].Value?.Octets);
    }
}

/// <param name="Ports">Every row that the agent has.</param>
/// <param name="IsNarrow">Which counters were asked.</param>
/// <param name="UpTime">Hundredths of a second.</param>
/// <param name="Name">sysName, as it came.</param>
internal sealed record SwitchAnswers(SnmpTable Ports, bool IsNarrow, ulong? UpTime, ReadOnlyMemory<byte>? Name)
{
    /// <summary>Whether a name that no row has is a port that is not there: nothing was cut off, and ports are named (an agent that starts has its ifXTable late).</summary>
    public bool KnowsAbsent => Ports.IsWhole && Ports.Rows.Any(row => row[InterfaceMib.Name] is not null);
}
