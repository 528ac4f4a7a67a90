using System.Text;

namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// Writes questions of SNMP versions 1 and 2c. There are three, and all only read: the kind of a request is private to this class
/// and has no fourth value, so this product has no code that could ask an agent to change anything (pdt-radio.md section 13: the
/// write community is as well known as the other).
/// </summary>
public static class SnmpQuestion
{
    /// <summary>Asks for these objects.</summary>
    /// <param name="community">At most 64 characters, ASCII.</param>
    /// <param name="requestId">The answer carries it.</param>
    /// <param name="names">At most <see cref="SnmpReader.MostValues"/>.</param>
    /// <param name="version">Default 1.</param>
    public static byte[] Get(string community, int requestId, IReadOnlyList<ObjectId> names, SnmpVersion version = SnmpVersion.V1) =>
        Write(Kind.Get, version, community, requestId, names, 0);

    /// <summary>Asks for the object that comes behind each of these.</summary>
    /// <inheritdoc cref="Get"/>
    public static byte[] GetNext(string community, int requestId, IReadOnlyList<ObjectId> names, SnmpVersion version = SnmpVersion.V1) =>
        Write(Kind.GetNext, version, community, requestId, names, 0);

    /// <summary>Asks for the objects that come behind each of these; version 2c, which alone knows it.</summary>
    /// <param name="community">At most 64 characters, ASCII.</param>
    /// <param name="requestId">The answer carries it.</param>
    /// <param name="names">At most <see cref="SnmpReader.MostValues"/>.</param>
    /// <param name="rows">How many behind each, 1 or more; the agent may tell fewer.</param>
    public static byte[] GetBulk(string community, int requestId, IReadOnlyList<ObjectId> names, int rows) =>
        Write(Kind.GetBulk, SnmpVersion.V2c, community, requestId, names, rows);

    private static byte[] Write(Kind kind, SnmpVersion version, string community, int requestId, IReadOnlyList<ObjectId> names, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Count, SnmpReader.MostValues);
        byte[] nothing = BerWriter.Element(BerTag.Null);
        byte[][] values = [.. names.Select(name => BerWriter.Element(BerTag.Sequence, BerWriter.Element(BerTag.ObjectIdentifier, name.Content()), nothing))];
        byte[] pdu = BerWriter.Element((byte)kind, BerWriter.Integer(requestId), BerWriter.Integer(0), BerWriter.Integer(rows), BerWriter.Element(BerTag.Sequence, values));
        return BerWriter.Element(BerTag.Sequence, BerWriter.Integer((int)version), BerWriter.Element(BerTag.OctetString, Encoding.ASCII.GetBytes(community)), pdu);
    }

    private enum Kind : byte
    {
        Get = BerTag.GetRequest,
        GetNext = BerTag.GetNextRequest,
        GetBulk = BerTag.GetBulkRequest,
    }
}
