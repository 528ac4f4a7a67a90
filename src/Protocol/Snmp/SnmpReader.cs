namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// Reads messages of SNMP versions 1 (RFC 1157) and 2c (RFC 3416): four levels deep and no deeper, every length inside the one around it and
/// every frame used up to its last byte. Lengths in the long form are taken even where the short one would do, as agents write them.
/// </summary>
public static class SnmpReader
{
    /// <summary>Bytes of a datagram; an agent must take 484 and few send more than 1,500.</summary>
    public const int Longest = 16 * 1024;

    /// <summary>Values of one message.</summary>
    public const int MostValues = 128;

    /// <param name="datagram">Copied where something of it is kept.</param>
    /// <param name="latest">Later ones are a fault.</param>
    public static SnmpRead Read(ReadOnlyMemory<byte> datagram, SnmpVersion latest = SnmpVersion.V1)
    {
        if (datagram.Length > Longest)
        {
            return Failed(SnmpFaults.TooLarge);
        }

        var outer = new BerReader(datagram.Span);
        if (!outer.TryTake(BerTag.Sequence, out var message))
        {
            return Failed(SnmpFaults.Structure);
        }

        var parts = new BerReader(message);
        if (!parts.TryInteger(out long version))
        {
            return Failed(SnmpFaults.Structure);
        }

        if (version < 0 || version > (int)latest)
        {
            return Failed(SnmpFaults.Version);
        }

        if (!parts.TryTake(BerTag.OctetString, out var community) || !parts.TryTake(out byte pdu, out var content))
        {
            return Failed(SnmpFaults.Structure);
        }

        if (!outer.IsAtEnd || !parts.IsAtEnd)
        {
            return Failed(SnmpFaults.Trailing);
        }

        var read = Pdu(pdu, (SnmpVersion)version, content);
        return read.Message is { } told ? read with { Message = told with { Version = (SnmpVersion)version, Community = community.ToArray() } } : read;
    }

    private static SnmpRead Pdu(byte pdu, SnmpVersion version, ReadOnlySpan<byte> content) => (pdu, version) switch
    {
        (BerTag.GetRequest or BerTag.GetNextRequest or BerTag.GetResponse, _) or (BerTag.GetBulkRequest, SnmpVersion.V2c) => Message(pdu, content),
        (BerTag.Trap, SnmpVersion.V1) => Trap(content),
        _ => Failed(SnmpFaults.Kind),
    };

    private static SnmpRead Message(byte pdu, ReadOnlySpan<byte> content)
    {
        var parts = new BerReader(content);
        if (!parts.TryInteger(out long id) || !parts.TryInteger(out long status) || !parts.TryInteger(out long index) || !Fit(id, status, index))
        {
            return Failed(SnmpFaults.Structure);
        }

        return Values(ref parts, out var values) is { } fault
            ? Failed(fault)
            : new SnmpRead(new SnmpMessage(pdu, (int)id, (int)status, (int)index, values), null, null);
    }

    private static SnmpRead Trap(ReadOnlySpan<byte> content)
    {
        var parts = new BerReader(content);
        if (!parts.TryTake(BerTag.ObjectIdentifier, out var name) || ObjectId.Read(name) is not { } enterprise
            || !parts.TryTake(BerTag.IpAddress, out var agent) || agent.Length != 4
            || !parts.TryInteger(out long generic) || !parts.TryInteger(out long specific) || !Fit(generic, specific)
            || !parts.TryTake(BerTag.TimeTicks, out var ticks) || !BerReader.TrySigned(ticks, out long uptime))
        {
            return Failed(SnmpFaults.Structure);
        }

        return Values(ref parts, out var values) is { } fault
            ? Failed(fault)
            : new SnmpRead(null, new SnmpTrap(enterprise, agent.ToArray(), (int)generic, (int)specific, uptime, values), null);
    }

    /// <returns>A fault, or null.</returns>
    private static string? Values(ref BerReader parts, out IReadOnlyList<VarBind> values)
    {
        var found = new List<VarBind>();
        values = found;
        if (!parts.TryTake(BerTag.Sequence, out var list))
        {
            return SnmpFaults.Structure;
        }

        var each = new BerReader(list);
        while (!each.IsAtEnd)
        {
            if (found.Count == MostValues)
            {
                return SnmpFaults.TooMany;
            }

            if (!each.TryTake(BerTag.Sequence, out var pair) || Value(pair) is not { } value)
            {
                return SnmpFaults.Structure;
            }

            found.Add(value);
        }

        return parts.IsAtEnd ? null : SnmpFaults.Trailing;
    }

    private static VarBind? Value(ReadOnlySpan<byte> pair)
    {
        var parts = new BerReader(pair);
        return parts.TryTake(BerTag.ObjectIdentifier, out var name) && ObjectId.Read(name) is { } id && parts.TryTake(out byte tag, out var content) && parts.IsAtEnd
            ? new VarBind(id, new SnmpValue(tag, content.ToArray()))
            : null;
    }

    private static bool Fit(params ReadOnlySpan<long> numbers)
    {
        foreach (long number in numbers)
        {
            if (number is < int.MinValue or > int.MaxValue)
            {
                return false;
            }
        }

        return true;
    }

    private static SnmpRead Failed(string fault) => new(null, null, fault);
}
