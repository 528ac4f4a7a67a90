namespace EdgeGateway.Protocol.Hytera.Tmp;

/// <summary>Text and short data (pdt-radio.md section 7).</summary>
/// <param name="Code">What it is.</param>
/// <param name="RequestId">Of the text and of its acknowledgement; the same in every repeat.</param>
/// <param name="Destination">A radio, or a group with the subnet byte 0.</param>
public abstract record TmpContent(TmpCode Code, uint RequestId, RadioIp Destination) : HdapContent
{
    /// <summary>Acknowledgement wanted.</summary>
    public const byte ConfirmedBit = 0x80;

    /// <summary>An option block is there.</summary>
    public const byte OptionsBit = 0x40;

    /// <summary>First byte of the opcode with its reserved bits; <see cref="OptionsBit"/> follows <see cref="Options"/> when written.</summary>
    public byte Flags { get; init; }

    /// <summary>As they came; null without an option block.</summary>
    public ReadOnlyMemory<byte>? Options { get; init; }

    public bool IsConfirmed => (Flags & ConfirmedBit) != 0;

    public bool IsGroup => Code is TmpCode.GroupText or TmpCode.GroupTextAck or TmpCode.GroupData or TmpCode.GroupDataAck;

    public override HdapService Service => HdapService.Tmp;

    public override ushort Opcode => (ushort)(((Options is null ? Flags & ~OptionsBit : Flags | OptionsBit) << 8) | (byte)Code);

    internal static HdapContent? Of(ushort opcode, ref PayloadReader fields)
    {
        var (flags, code) = ((byte)(opcode >> 8), (TmpCode)(byte)opcode);
        bool hasOptions = (flags & OptionsBit) != 0;
        if (!Enum.IsDefined(code))
        {
            return null;
        }

        int optionLength = hasOptions ? fields.U16() : 0;
        var (id, destination) = (fields.U32(), fields.Radio());
        TmpContent content = code switch
        {
            TmpCode.PrivateTextAck or TmpCode.PrivateDataAck => new TmpAck(code, id, destination, fields.Radio(), (TmpResult)fields.U8()),
            TmpCode.GroupTextAck or TmpCode.GroupDataAck => new TmpAck(code, id, destination, null, (TmpResult)fields.U8()),
            _ => new TmpMessage(code, id, destination, fields.Radio(), fields.Bytes(Math.Max(0, fields.Left - optionLength))),
        };
        return content with { Flags = flags, Options = hasOptions ? (ReadOnlyMemory<byte>?)fields.Bytes(optionLength) : null };
    }

    private protected override void Write(PayloadWriter payload)
    {
        if (Options is { } head)
        {
            payload.U16((ushort)head.Length);
        }

        WriteBody(payload.U32(RequestId).Radio(Destination));
        payload.Bytes(Options is { } options ? options.Span : []);
    }

    private protected abstract void WriteBody(PayloadWriter payload);
}
