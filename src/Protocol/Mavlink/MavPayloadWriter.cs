using System.Buffers.Binary;
using System.Text;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>Writes the fields of a payload one after the other.</summary>
/// <param name="payload">Zeros, at least as long as the message is.</param>
public ref struct MavPayloadWriter(Span<byte> payload)
{
    private readonly Span<byte> _payload = payload;
    private int _at;

    /// <summary>Bytes so far.</summary>
    public readonly int Length => _at;

    public void U8(byte value) => _payload[_at++] = value;

    public void I8(sbyte value) => _payload[_at++] = (byte)value;

    public void U16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Next(2), value);

    public void I16(short value) => BinaryPrimitives.WriteInt16LittleEndian(Next(2), value);

    public void U32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Next(4), value);

    public void I32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(4), value);

    public void U64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Next(8), value);

    public void F32(float value) => BinaryPrimitives.WriteSingleLittleEndian(Next(4), value);

    /// <summary>That many numbers; missing ones are zero, more are not written.</summary>
    public void F32(IReadOnlyList<float> values, int count)
    {
        for (int i = 0; i < count; i++)
        {
            F32(i < values.Count ? values[i] : 0);
        }
    }

    /// <inheritdoc cref="F32(IReadOnlyList{float}, int)"/>
    public void U16(IReadOnlyList<ushort> values, int count)
    {
        for (int i = 0; i < count; i++)
        {
            U16(i < values.Count ? values[i] : (ushort)0);
        }
    }

    /// <summary>That many bytes; missing ones are zero, more are not written.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes, int count) => bytes[..Math.Min(bytes.Length, count)].CopyTo(Next(count));

    /// <summary>A text in UTF-8, cut between two characters where it is too long.</summary>
    public void Text(string text, int count) => Encoding.UTF8.GetEncoder().Convert(text, Next(count), flush: true, out _, out _, out _);

    private Span<byte> Next(int size)
    {
        var next = _payload.Slice(_at, size);
        _at += size;
        return next;
    }
}
