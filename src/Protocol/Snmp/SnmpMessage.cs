namespace EdgeGateway.Protocol.Snmp;

/// <summary>A request or an answer of version 1 (RFC 1157 section 4) or 2c (RFC 3416 section 3).</summary>
/// <param name="Pdu"><see cref="BerTag.GetRequest"/>, <see cref="BerTag.GetNextRequest"/>, <see cref="BerTag.GetBulkRequest"/> or <see cref="BerTag.GetResponse"/>.</param>
/// <param name="RequestId">The same in question and answer.</param>
/// <param name="ErrorStatus">0 when all is well; in a bulk request how many objects are asked once only.</param>
/// <param name="ErrorIndex">Which value it is about, from 1, 0 for none; in a bulk request how many rows are wanted.</param>
/// <param name="Values">In the order of the question.</param>
public sealed record SnmpMessage(byte Pdu, int RequestId, int ErrorStatus, int ErrorIndex, IReadOnlyList<VarBind> Values)
{
    public SnmpVersion Version { get; init; }

    /// <summary>As it came.</summary>
    public ReadOnlyMemory<byte> Community { get; init; }
}

/// <summary>A trap of version 1 (RFC 1157 section 4.1.6): nobody asked, nobody answers.</summary>
/// <param name="Enterprise">Whose trap.</param>
/// <param name="Agent">Four bytes of an address as the agent believes it.</param>
/// <param name="Generic">0 cold start to 5; 6 of the maker's own.</param>
/// <param name="Specific">The maker's number.</param>
/// <param name="Uptime">Hundredths of a second since the agent's start.</param>
/// <param name="Values">What belongs to it.</param>
public sealed record SnmpTrap(ObjectId Enterprise, ReadOnlyMemory<byte> Agent, int Generic, int Specific, long Uptime, IReadOnlyList<VarBind> Values);

/// <summary>What a datagram turned out to be: exactly one of the three.</summary>
/// <param name="Message">A request or an answer.</param>
/// <param name="Trap">A trap.</param>
/// <param name="Fault">One of <see cref="SnmpFaults"/>.</param>
public readonly record struct SnmpRead(SnmpMessage? Message, SnmpTrap? Trap, string? Fault);
