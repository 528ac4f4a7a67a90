using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace EdgeGateway.Protocol.Hytera;

/// <summary>Puts the fields of a payload in their order.</summary>
internal sealed class PayloadWriter(bool little = false)
{
    private readonly ArrayBufferWriter<byte> _to = new(64);

    public PayloadWriter U8(byte value)
    {
        _to.Write([value]);
        return this;
    }

    public PayloadWriter U16(ushort value)
    {
        var at = _to.GetSpan(2);
        BinaryPrimitives.WriteUInt16BigEndian(at, little ? BinaryPrimitives.ReverseEndianness(value) : value);
        _to.Advance(2);
        return this;
    }

    public PayloadWriter U32(uint value)
    {
        var at = _to.GetSpan(4);
        BinaryPrimitives.WriteUInt32BigEndian(at, little ? BinaryPrimitives.ReverseEndianness(value) : value);
        _to.Advance(4);
        return this;
    }

    /// <summary>In network order whatever the service.</summary>
    public PayloadWriter Radio(RadioIp radio)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_to.GetSpan(4), radio.Value);
        _to.Advance(4);
        return this;
    }

    /// <summary>Cut off at <paramref name="length"/>, filled up with NUL.</summary>
    public PayloadWriter Ascii(string? text, int length)
    {
        var field = new byte[length];
        Encoding.Latin1.GetBytes(text is null ? [] : text.AsSpan(0, Math.Min(text.Length, length)), field);
        return Bytes(field);
    }

    public PayloadWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _to.Write(bytes);
        return this;
    }

    public byte[] ToArray() => _to.WrittenSpan.ToArray();
}
