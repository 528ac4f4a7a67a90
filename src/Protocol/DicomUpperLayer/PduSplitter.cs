using System.Buffers.Binary;

namespace EdgeGateway.Protocol.DicomUpperLayer;

/// <summary>Finds where protocol data units begin in a stream that comes in pieces of any size. Keeps six bytes, whatever a length field says.</summary>
public sealed class PduSplitter
{
    private const int HeadBytes = 6;

    private readonly byte[] _head = new byte[HeadBytes];
    private int _have;
    private long _left;

    /// <param name="bytes">What came, not empty.</param>
    /// <returns>How many of them belong to one unit, at least one, and its type when they are its first.</returns>
    public (int Count, PduType? Begins) Next(ReadOnlySpan<byte> bytes)
    {
        PduType? begins = _have == 0 ? (PduType)bytes[0] : null;
        int head = Math.Min(HeadBytes - _have, bytes.Length);
        bytes[..head].CopyTo(_head.AsSpan(_have));
        _have += head;
        if (_have < HeadBytes)
        {
            return (head, begins);
        }

        _left = head > 0 ? BinaryPrimitives.ReadUInt32BigEndian(_head.AsSpan(2)) : _left;
        int body = (int)Math.Min(_left, bytes.Length - head);
        _left -= body;
        _have = _left == 0 ? 0 : HeadBytes;
        return (head + body, begins);
    }
}
