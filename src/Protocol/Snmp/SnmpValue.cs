namespace EdgeGateway.Protocol.Snmp;

/// <summary>A value as it came.</summary>
/// <param name="Tag">One of <see cref="BerTag"/>, or what the agent wrote instead.</param>
/// <param name="Content">Its bytes without tag and length.</param>
public sealed record SnmpValue(byte Tag, ReadOnlyMemory<byte> Content)
{
    /// <summary>Of an INTEGER, a counter, a gauge or a time; null for anything else.</summary>
    public long? Whole => Tag is BerTag.Integer or BerTag.Counter or BerTag.Gauge or BerTag.TimeTicks && BerReader.TrySigned(Content.Span, out long value) ? value : null;

    /// <summary>Of an OCTET STRING; null for anything else.</summary>
    public ReadOnlyMemory<byte>? Octets => Tag == BerTag.OctetString ? Content : null;
}

/// <summary>One object with its value.</summary>
public sealed record VarBind(ObjectId Name, SnmpValue Value);
