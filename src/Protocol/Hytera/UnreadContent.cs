namespace EdgeGateway.Protocol.Hytera;

/// <summary>A message whose opcode is not known, or whose payload does not fit its opcode.</summary>
/// <param name="Message">As it came.</param>
/// <param name="Fault"><see cref="HyteraFaults.ContentSize"/>; null when the opcode is merely not known.</param>
public sealed record UnreadContent(HdapMessage Message, string? Fault) : HdapContent
{
    public override HdapService Service => Message.Service;

    public override ushort Opcode => Message.Opcode;

    private protected override void Write(PayloadWriter payload) => payload.Bytes(Message.Payload.Span);
}
