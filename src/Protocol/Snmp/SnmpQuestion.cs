using System.Text;

namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// Writes questions of SNMP version 1. There are two, and both only read: the repeaters' write community is as well known as
/// the other (pdt-radio.md section 13), so this product has no code that could ask an agent to change anything.
/// </summary>
public static class SnmpQuestion
{
    /// <summary>Asks for these objects.</summary>
    /// <param name="community">At most 64 characters, ASCII.</param>
    /// <param name="requestId">The answer carries it.</param>
    /// <param name="names">At most <see cref="SnmpReader.MostValues"/>.</param>
    public static byte[] Get(string community, int requestId, IReadOnlyList<ObjectId> names) => Write(BerTag.GetRequest, community, requestId, names);

    /// <summary>Asks for the object that comes behind each of these.</summary>
    /// <inheritdoc cref="Get"/>
    public static byte[] GetNext(string community, int requestId, IReadOnlyList<ObjectId> names) => Write(BerTag.GetNextRequest, community, requestId, names);

    private static byte[] Write(byte kind, string community, int requestId, IReadOnlyList<ObjectId> names)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Count, SnmpReader.MostValues);
        byte[] zero = BerWriter.Integer(0);
        byte[] nothing = BerWriter.Element(BerTag.Null);
        byte[][] values = [.. names.Select(name => BerWriter.Element(BerTag.Sequence, BerWriter.Element(BerTag.ObjectIdentifier, name.Content()), nothing))];
        byte[] pdu = BerWriter.Element(kind, BerWriter.Integer(requestId), zero, zero, BerWriter.Element(BerTag.Sequence, values));
        return BerWriter.Element(BerTag.Sequence, zero, BerWriter.Element(BerTag.OctetString, Encoding.ASCII.GetBytes(community)), pdu);
    }
}
