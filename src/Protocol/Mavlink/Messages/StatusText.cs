using System.Text;

namespace EdgeGateway.Protocol.Mavlink.Messages;

/// <summary>A text for a person, or a piece of one; <see cref="MavTextJoiner"/> puts the pieces together.</summary>
/// <param name="Severity">0 emergency to 7 debug, as syslog.</param>
/// <param name="Characters">At most 50 bytes of UTF-8, without NUL; a character may be cut at the end of a piece.</param>
/// <param name="TextId">Extension. Same for all pieces of a text; 0 for a text of one piece.</param>
/// <param name="Chunk">Extension. Number of the piece, from 0.</param>
public readonly record struct StatusText(byte Severity, ReadOnlyMemory<byte> Characters, ushort TextId, byte Chunk) : IMavMessage<StatusText>
{
    public const int MsgId = 253;

    /// <summary>Bytes of one piece.</summary>
    public const int Longest = 50;

    public static MavDefinition Definition { get; } = MavDefinition.Of(MsgId, "STATUSTEXT", 83, "u8 severity, char[50] text | u16 id, u8 chunk_seq");

    /// <summary>Whether this is the last piece: it has a NUL.</summary>
    public bool IsLast => Characters.Length < Longest;

    /// <summary>This piece alone; what is no UTF-8 becomes U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Characters.Span);

    public static StatusText Read(ref MavPayloadReader fields)
    {
        byte severity = fields.U8();
        byte[] text = fields.Bytes(Longest);
        int end = Array.IndexOf(text, (byte)0);
        return new StatusText(severity, text.AsMemory(0, end < 0 ? Longest : end), fields.U16(), fields.U8());
    }

    public void Write(ref MavPayloadWriter fields)
    {
        fields.U8(Severity);
        fields.Bytes(Characters.Span, Longest);
        fields.U16(TextId);
        fields.U8(Chunk);
    }
}
