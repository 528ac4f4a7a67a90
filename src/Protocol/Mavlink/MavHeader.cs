namespace EdgeGateway.Protocol.Mavlink;

/// <summary>Looks at bytes that begin with a start byte.</summary>
internal static class MavHeader
{
    public static bool IsStart(byte value) => value is MavFrame.StartV1 or MavFrame.StartV2;

    /// <summary>Bytes in front of the payload.</summary>
    public static int Size(ReadOnlySpan<byte> bytes) => bytes[0] == MavFrame.StartV1 ? MavFrame.HeaderV1 : MavFrame.HeaderV2;

    public static int MessageId(ReadOnlySpan<byte> bytes) => bytes[0] == MavFrame.StartV1 ? bytes[5] : bytes[7] | bytes[8] << 8 | bytes[9] << 16;

    /// <summary>Bytes of the whole frame, by its header.</summary>
    public static int Total(ReadOnlySpan<byte> bytes) =>
        Size(bytes) + bytes[1] + MavFrame.ChecksumLength + (IsSigned(bytes) ? MavFrame.SignatureLength : 0);

    public static bool IsSigned(ReadOnlySpan<byte> bytes) => bytes[0] == MavFrame.StartV2 && (bytes[2] & MavFrame.SignedFlag) != 0;

    /// <summary>What it is, as far as the bytes tell.</summary>
    /// <param name="bytes">The first one is a start byte.</param>
    /// <param name="definition">Of a message that is known.</param>
    public static MavVerdict Judge(ReadOnlySpan<byte> bytes, out MavDefinition? definition)
    {
        definition = null;
        if (bytes.Length > 2 && bytes[0] == MavFrame.StartV2 && (bytes[2] & ~MavFrame.SignedFlag) != 0)
        {
            return MavVerdict.Incompatible;
        }

        if (bytes.Length < Size(bytes))
        {
            return MavVerdict.Incomplete;
        }

        definition = MavMessages.Find(MessageId(bytes));
        if (definition is not null && bytes[0] == MavFrame.StartV1 && bytes[1] != definition.BaseLength)
        {
            return MavVerdict.Length;
        }

        int total = Total(bytes);
        return bytes.Length < total ? MavVerdict.Incomplete : definition is null ? MavVerdict.Unknown : Check(bytes, definition);
    }

    private static MavVerdict Check(ReadOnlySpan<byte> bytes, MavDefinition definition)
    {
        int end = Size(bytes) + bytes[1];
        ushort crc = MavCrc.With(MavCrc.Of(bytes[1..end]), definition.CrcExtra);
        if ((bytes[end] | bytes[end + 1] << 8) != crc)
        {
            return MavVerdict.Crc;
        }

        int system = bytes[0] == MavFrame.StartV1 ? 3 : 5;
        return bytes[system] == 0 || bytes[system + 1] == 0 ? MavVerdict.Source : MavVerdict.Whole;
    }
}
