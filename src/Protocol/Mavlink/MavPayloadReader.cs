using System.Buffers.Binary;
using System.Text;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>Reads the fields of a payload one after the other. Behind the end of a truncated payload everything is zero (drone.md section 1.5).</summary>
/// <param name="payload">As it came.</param>
/// <param name="at">Where to begin.</param>
public ref struct MavPayloadReader(ReadOnlySpan<byte> payload, int at = 0)
{
    private readonly ReadOnlySpan<byte> _payload = payload;
    private int _at = at;

    public byte U8() => (byte)Little(1);

    public sbyte I8() => (sbyte)Little(1);

    public ushort U16() => (ushort)Little(2);

    public short I16() => (short)Little(2);

    public uint U32() => (uint)Little(4);

    public int I32() => (int)Little(4);

    public ulong U64() => Little(8);

    /// <summary>NaN where the sender does not know it.</summary>
    public float F32() => BitConverter.Int32BitsToSingle((int)Little(4));

    public float[] F32(int count)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = F32();
        }

        return values;
    }

    public ushort[] U16(int count)
    {
        var values = new ushort[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = U16();
        }

        return values;
    }

    /// <summary>A copy of that many bytes.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Rest(count).CopyTo(bytes);
        _at += count;
        return bytes;
    }

    /// <summary>A text of at most that many bytes, up to its first NUL; what is no UTF-8 becomes U+FFFD.</summary>
    public string Text(int count)
    {
        var bytes = Rest(count);
        _at += count;
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    private readonly ReadOnlySpan<byte> Rest(int count) =>
        _at >= _payload.Length ? default : _payload.Slice(_at, Math.Min(count, _payload.Length - _at));

    private ulong Little(int size)
    {
        int at = _at;
        _at += size;
        if (at + 8 <= _payload.Length)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(_payload[at..]) & (ulong.MaxValue >> (64 - (8 * size)));
        }

        ulong value = 0;
        for (int i = 0; i < size && at + i < _payload.Length; i++)
        {
            value |= (ulong)_payload[at + i] << (8 * i);
        }

        return value;
    }
}
