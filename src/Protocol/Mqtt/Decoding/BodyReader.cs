using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace EdgeGateway.Protocol.Mqtt.Decoding;

/// <summary>
/// Reads fields one after the other. The first fault sticks and every later field reads as empty, so that a decoder can
/// be written as the plain list of its fields and judged once at the end.
/// </summary>
internal ref struct BodyReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;

    public MqttFault? Fault { get; private set; }

    public readonly int Left => _rest.Length;

    public readonly bool HasMore => Fault is null && !_rest.IsEmpty;

    public void Fail(MqttFault fault) => Fault ??= fault;

    public void FailUnless(bool good, MqttFault fault)
    {
        if (!good)
        {
            Fail(fault);
        }
    }

    public byte Byte() => Take(1) is [byte value] ? value : (byte)0;

    public ushort TwoBytes() => Take(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : (ushort)0;

    public uint FourBytes() => Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;

    public uint Variable()
    {
        if (Fault is not null)
        {
            return 0;
        }

        OperationStatus status = VariableByteInteger.TryRead(_rest, strict: true, out uint value, out int length);
        if (status != OperationStatus.Done)
        {
            Fail(status == OperationStatus.NeedMoreData ? MqttFault.Truncated : MqttFault.VariableByteInteger);
            return 0;
        }

        _rest = _rest[length..];
        return value;
    }

    /// <summary>Binary data with its two-byte length (section 1.5.6).</summary>
    public ReadOnlySpan<byte> Data() => Take(TwoBytes());

    /// <summary>UTF-8 string (section 1.5.4): well-formed, no surrogates, no U+0000; a byte order mark is kept.</summary>
    public string Text()
    {
        ReadOnlySpan<byte> bytes = Data();
        if (!Utf8.IsValid(bytes) || bytes.Contains((byte)0))
        {
            Fail(MqttFault.Text);
            return string.Empty;
        }

        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>A packet identifier: never 0 (MQTT-2.2.1-3).</summary>
    public ushort Id()
    {
        ushort id = TwoBytes();
        FailUnless(id != 0 || Fault is not null, MqttFault.PacketIdentifier);
        return id;
    }

    /// <summary>Everything that is left.</summary>
    public ReadOnlySpan<byte> Rest() => Take(_rest.Length);

    /// <returns>The fault, or that of bytes behind the last field.</returns>
    public readonly MqttFault? End() => Fault ?? (_rest.IsEmpty ? null : MqttFault.TrailingBytes);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (Fault is not null || count > _rest.Length)
        {
            Fail(MqttFault.Truncated);
            return [];
        }

        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
