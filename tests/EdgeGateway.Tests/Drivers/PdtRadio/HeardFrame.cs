namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>An HRNP frame that a hand-made radio heard.</summary>
internal sealed record HeardFrame(byte Version, byte Opcode, byte Source, byte Destination, ushort Number, byte[] Payload)
{
    public const byte Data = 0x00;
    public const byte DataAck = 0x10;
    public const byte Close = 0xFB;
    public const byte CloseAck = 0xFA;
    public const byte Reject = 0xFC;
    public const byte Accept = 0xFD;
    public const byte Connect = 0xFE;

    public static HeardFrame Of(ReadOnlySpan<byte> frame) => new(frame[1], frame[3], frame[4], frame[5], (ushort)((frame[6] << 8) | frame[7]), frame[12..].ToArray());

    /// <summary>Service and opcode of its message, for example <c>09a1</c> for a private text and <c>0452</c> little endian turned round.</summary>
    public string Message => Payload.Length < 5 ? string.Empty
        : Payload[0] == RadioBytes.Rcp ? $"02{Payload[2]:x2}{Payload[1]:x2}"
        : $"{Payload[0] & 0x7F:x2}{Payload[1]:x2}{Payload[2]:x2}";

    /// <summary>Payload of the message.</summary>
    public ReadOnlySpan<byte> Content => Payload.AsSpan()[5..^2];
}
