namespace EdgeGateway.Protocol.Mavlink;

/// <summary>
/// One frame (drone.md sections 1.2 and 1.3). It lies in the buffer of the reader that found it: read what is wanted before more bytes
/// are added there.
/// </summary>
/// <param name="Bytes">From the start byte to the last one, signature included.</param>
/// <param name="Definition">What is known of its message; null for an unknown id, whose checksum nobody can check.</param>
public readonly record struct MavFrame(ReadOnlyMemory<byte> Bytes, MavDefinition? Definition)
{
    public const byte StartV1 = 0xFE;
    public const byte StartV2 = 0xFD;

    /// <summary>Bytes of the longest frame: version 2, 255 bytes of payload, signed.</summary>
    public const int Longest = HeaderV2 + byte.MaxValue + ChecksumLength + SignatureLength;

    internal const int HeaderV1 = 6;
    internal const int HeaderV2 = 10;
    internal const int ChecksumLength = 2;
    internal const int SignatureLength = 13;
    internal const byte SignedFlag = 1;

    public MavVersion Version => Bytes.Span[0] == StartV1 ? MavVersion.V1 : MavVersion.V2;

    /// <summary>Bytes of the payload on the wire.</summary>
    public int Length => Bytes.Span[1];

    /// <summary>0 in version 1, which has none.</summary>
    public byte IncompatFlags => Version == MavVersion.V1 ? (byte)0 : Bytes.Span[2];

    /// <summary>0 in version 1, which has none.</summary>
    public byte CompatFlags => Version == MavVersion.V1 ? (byte)0 : Bytes.Span[3];

    public byte Sequence => Bytes.Span[Version == MavVersion.V1 ? 2 : 4];

    /// <summary>Who sent it, 1 to 255.</summary>
    public byte System => Bytes.Span[Version == MavVersion.V1 ? 3 : 5];

    /// <summary>Which part of it, 1 to 255.</summary>
    public byte Component => Bytes.Span[Version == MavVersion.V1 ? 4 : 6];

    public int MessageId => MavHeader.MessageId(Bytes.Span);

    public bool IsSigned => (IncompatFlags & SignedFlag) != 0;

    public ReadOnlySpan<byte> Payload => Bytes.Span.Slice(Version == MavVersion.V1 ? HeaderV1 : HeaderV2, Length);

    public ushort Checksum
    {
        get
        {
            var bytes = Bytes.Span[(Version == MavVersion.V1 ? HeaderV1 : HeaderV2)..][Length..];
            return (ushort)(bytes[0] | bytes[1] << 8);
        }
    }

    /// <summary>Link id, time and proof; empty when it is not signed.</summary>
    public ReadOnlySpan<byte> Signature => IsSigned ? Bytes.Span[^SignatureLength..] : default;

    /// <summary>Reads its message.</summary>
    /// <exception cref="InvalidOperationException">It is another message.</exception>
    public T Read<T>()
        where T : struct, IMavMessage<T>
    {
        if (Definition != T.Definition)
        {
            throw new InvalidOperationException($"message {MessageId} is not {T.Definition.Name}");
        }

        var fields = new MavPayloadReader(Payload);
        return T.Read(ref fields);
    }
}
