namespace EdgeGateway.Protocol.Mavlink;

/// <summary>
/// Writes the frames of one sender on one link: it counts them, and signs them where there is a key (drone.md sections 1.2, 1.3, 1.5).
/// Not for use by two threads at once.
/// </summary>
/// <param name="system">Of the sender, 1 to 255.</param>
/// <param name="component">Of the sender, 1 to 255; 190 for a ground station.</param>
/// <param name="signer">Null: not signed. Frames of version 1 never are.</param>
public sealed class MavWriter(byte system, byte component, MavSigner? signer = null)
{
    private byte _sequence;

    /// <summary>Which framing from now on; version 2 unless the other side speaks version 1 only.</summary>
    public MavVersion Version { get; set; } = MavVersion.V2;

    /// <summary>Counter of the next frame.</summary>
    public byte NextSequence => _sequence;

    /// <param name="message">What to say.</param>
    /// <param name="now">For the signature.</param>
    /// <returns>One frame.</returns>
    /// <exception cref="ArgumentException">Version 1 has no such message: its id is above 255.</exception>
    public byte[] Write<T>(in T message, DateTimeOffset now)
        where T : struct, IMavMessage<T>
    {
        var definition = T.Definition;
        Span<byte> payload = stackalloc byte[byte.MaxValue];
        payload.Clear();
        var fields = new MavPayloadWriter(payload);
        message.Write(ref fields);
        return Version == MavVersion.V1 ? WriteV1(definition, payload[..definition.BaseLength]) : WriteV2(definition, Trimmed(payload[..fields.Length]), now);
    }

    /// <summary>Zeros at the end are not sent, but one byte always is.</summary>
    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> payload) => payload[..Math.Max(payload.LastIndexOfAnyExcept((byte)0) + 1, 1)];

    private byte[] WriteV1(MavDefinition definition, ReadOnlySpan<byte> payload)
    {
        if (definition.Id > byte.MaxValue)
        {
            throw new ArgumentException($"{definition.Name} is not in version 1", nameof(definition));
        }

        var frame = new byte[MavFrame.HeaderV1 + payload.Length + MavFrame.ChecksumLength];
        byte[] head = [MavFrame.StartV1, (byte)payload.Length, _sequence++, system, component, (byte)definition.Id];
        Fill(frame, head, payload, definition.CrcExtra);
        return frame;
    }

    private byte[] WriteV2(MavDefinition definition, ReadOnlySpan<byte> payload, DateTimeOffset now)
    {
        var frame = new byte[MavFrame.HeaderV2 + payload.Length + MavFrame.ChecksumLength + (signer is null ? 0 : MavFrame.SignatureLength)];
        byte flags = signer is null ? (byte)0 : MavFrame.SignedFlag;
        int id = definition.Id;
        byte[] head = [MavFrame.StartV2, (byte)payload.Length, flags, 0, _sequence++, system, component, (byte)id, (byte)(id >> 8), (byte)(id >> 16)];
        Fill(frame, head, payload, definition.CrcExtra);
        signer?.Sign(frame, now);
        return frame;
    }

    private static void Fill(Span<byte> frame, ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload, byte crcExtra)
    {
        head.CopyTo(frame);
        payload.CopyTo(frame[head.Length..]);
        int end = head.Length + payload.Length;
        ushort crc = MavCrc.With(MavCrc.Of(frame[1..end]), crcExtra);
        (frame[end], frame[end + 1]) = ((byte)crc, (byte)(crc >> 8));
    }
}
