namespace EdgeGateway.Protocol.Modbus;

/// <summary>One frame of Modbus TCP.</summary>
/// <param name="Transaction">Set by who asks.</param>
/// <param name="Unit">Which device.</param>
/// <param name="Pdu">Function and data.</param>
public readonly record struct MbapFrame(ushort Transaction, byte Unit, ReadOnlyMemory<byte> Pdu);

/// <summary>
/// Cuts the bytes of one TCP link into frames, however they arrive. After a fault nothing more can be found: the link must be closed.
/// It keeps at most one frame.
/// </summary>
public sealed class MbapStream
{
    private readonly byte[] _kept = new byte[MbapHeader.Size + ModbusLimits.LongestPdu];
    private int _have;

    /// <summary>Why the link is lost; null while it is not.</summary>
    public string? Fault { get; private set; }

    /// <summary>Bytes of a frame that is not there as a whole.</summary>
    public int Waiting => _have;

    /// <summary>Takes one frame at most; call it until it returns null.</summary>
    /// <param name="bytes">What came; what was used is cut off its front.</param>
    /// <returns>A copy of the next frame, or null when more bytes are needed or <see cref="Fault"/> is set.</returns>
    public MbapFrame? Take(ref ReadOnlySpan<byte> bytes)
    {
        if (Fault is not null || !Fill(ref bytes, MbapHeader.Size))
        {
            return null;
        }

        Fault = MbapHeader.Read(_kept, out var header);
        if (Fault is not null || !Fill(ref bytes, MbapHeader.Size + header.PduLength))
        {
            return null;
        }

        _have = 0;
        return new MbapFrame(header.Transaction, header.Unit, _kept.AsSpan(MbapHeader.Size, header.PduLength).ToArray());
    }

    private bool Fill(ref ReadOnlySpan<byte> bytes, int wanted)
    {
        int count = Math.Clamp(wanted - _have, 0, bytes.Length);
        bytes[..count].CopyTo(_kept.AsSpan(_have));
        bytes = bytes[count..];
        _have += count;
        return _have >= wanted;
    }
}
