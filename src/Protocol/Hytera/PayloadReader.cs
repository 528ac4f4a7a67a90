using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Hytera;

/// <summary>Takes the fields of a payload in their order. What is missing reads as zero and <see cref="IsShort"/> says so.</summary>
internal ref struct PayloadReader(HdapMessage message)
{
    private readonly bool _little = message.Service == HdapService.Rcp;
    private ReadOnlySpan<byte> _left = message.Payload.Span;

    public bool IsShort { get; private set; }

    public readonly int Left => _left.Length;

    public byte U8() => Take(1)[0];

    public ushort U16() => _little ? BinaryPrimitives.ReadUInt16LittleEndian(Take(2)) : BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint U32() => _little ? BinaryPrimitives.ReadUInt32LittleEndian(Take(4)) : BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    /// <summary>In network order whatever the service.</summary>
    public RadioIp Radio() => RadioIp.Of(BinaryPrimitives.ReadUInt32BigEndian(Take(4)));

    public string Ascii(int length) => PayloadText.Ascii(Take(length));

    public byte[] Bytes(int length) => Take(length).ToArray();

    public byte[] Rest() => Take(_left.Length).ToArray();

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_left.Length < count)
        {
            IsShort = true;
            _left = default;
            return new byte[count];
        }

        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }
}
