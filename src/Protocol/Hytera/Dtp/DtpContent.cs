namespace EdgeGateway.Protocol.Hytera.Dtp;

/// <summary>File transfer (pdt-radio.md section 9), from one public description; decode only.</summary>
/// <param name="Kind">A001 start, A002 slice, A003 last, and their answers A011, A012, A013.</param>
/// <param name="Destination">To whom.</param>
/// <param name="Source">From whom.</param>
/// <param name="Number">Size (start) or block, counted from 1 (slice); null in the others.</param>
/// <param name="Data">Name in UTF-16LE (start), bytes of the file (slice), or what the others carry.</param>
public sealed record DtpContent(ushort Kind, RadioIp Destination, RadioIp Source, ushort? Number, ReadOnlyMemory<byte> Data) : HdapContent
{
    public const ushort Start = 0xA001;

    public const ushort Slice = 0xA002;

    public const ushort Last = 0xA003;

    public override HdapService Service => HdapService.Dtp;

    public override ushort Opcode => Kind;

    /// <summary>Name of the file; null unless this starts a transfer with a readable name.</summary>
    public string? FileName => Kind == Start ? PayloadText.Utf16(Data.Span) : null;

    internal static HdapContent? Of(ushort opcode, ref PayloadReader fields) => opcode is (>= Start and <= Last) or (>= 0xA011 and <= 0xA013)
        ? new DtpContent(opcode, fields.Radio(), fields.Radio(), opcode is Start or Slice ? fields.U16() : null, fields.Rest()) : null;

    private protected override void Write(PayloadWriter payload)
    {
        payload.Radio(Destination).Radio(Source);
        (Number is { } number ? payload.U16(number) : payload).Bytes(Data.Span);
    }
}
