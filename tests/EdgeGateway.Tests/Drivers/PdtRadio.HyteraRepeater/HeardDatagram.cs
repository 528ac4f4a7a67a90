namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraRepeater;

/// <summary>An HSTRP datagram that a hand-made repeater heard.</summary>
internal sealed record HeardDatagram(byte Type, ushort Number, byte[] Rest)
{
    public bool IsAck => (Type & 0x01) != 0;

    public bool IsHeartbeat => (Type & 0x02) != 0;

    public bool IsConnect => (Type & 0x05) == 0x04;

    public bool IsClose => (Type & 0x08) != 0;

    public bool IsData => (Type & 0x1F) == 0;

    /// <summary>Service and opcode of its message; the gateway sends no options with data.</summary>
    public string Message => Rest.Length < 5 ? string.Empty
        : Rest[0] == RadioBytes.Rcp ? $"02{Rest[2]:x2}{Rest[1]:x2}"
        : $"{Rest[0] & 0x7F:x2}{Rest[1]:x2}{Rest[2]:x2}";

    /// <summary>Payload of the message.</summary>
    public ReadOnlySpan<byte> Content => Rest.AsSpan()[5..^2];

    public static HeardDatagram Of(ReadOnlySpan<byte> bytes) => new(bytes[3], (ushort)((bytes[4] << 8) | bytes[5]), bytes[6..].ToArray());
}
