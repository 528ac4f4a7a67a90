using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Dtp;
using EdgeGateway.Protocol.Hytera.Lp;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Hytera.Tmp;
using EdgeGateway.Protocol.Hytera.Tp;

namespace EdgeGateway.Protocol.Hytera;

/// <summary>What a message says, by its service and opcode (pdt-radio.md sections 5 to 9). The same records are written and read.</summary>
public abstract record HdapContent
{
    public abstract HdapService Service { get; }

    public abstract ushort Opcode { get; }

    /// <summary>Bytes behind the documented layout, kept as they came; written back as they are.</summary>
    public ReadOnlyMemory<byte> Rest { get; init; }

    /// <summary>Never throws: what cannot be read is an <see cref="UnreadContent"/> with the payload as it is.</summary>
    public static HdapContent Read(HdapMessage message)
    {
        var fields = new PayloadReader(message);
        var content = Of(message, ref fields);
        return fields.IsShort ? new UnreadContent(message, HyteraFaults.ContentSize)
            : content is null ? new UnreadContent(message, null)
            : fields.Left > 0 ? content with { Rest = fields.Rest() } : content;
    }

    /// <param name="reliable">Bit 7 of the service byte.</param>
    public HdapMessage ToMessage(bool reliable = false) => new(Service, reliable, Opcode, Payload());

    private protected abstract void Write(PayloadWriter payload);

    private byte[] Payload()
    {
        var payload = new PayloadWriter(Service == HdapService.Rcp);
        Write(payload);
        return payload.Bytes(Rest.Span).ToArray();
    }

    private static HdapContent? Of(HdapMessage message, ref PayloadReader fields) => message.Service switch
    {
        HdapService.Rrs => RrsContent.Of(message.Opcode, ref fields),
        HdapService.Lp => LpContent.Of((LpOpcode)message.Opcode, ref fields),
        HdapService.Tmp => TmpContent.Of(message.Opcode, ref fields),
        HdapService.Rcp => RcpContent.Of((RcpOpcode)message.Opcode, ref fields),
        HdapService.Dds => DdsState.Of(message.Opcode, ref fields),
        HdapService.Tp => TpContent.Of(message.Opcode, ref fields),
        HdapService.Dtp => DtpContent.Of(message.Opcode, ref fields),
        _ => null,
    };
}
