namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>What the radio at hand sends (B843) or receives (B844). The order of the two addresses on the wire differs.</summary>
/// <param name="Kind">The opcode.</param>
/// <param name="Process">What goes on.</param>
/// <param name="CallType">Which call.</param>
/// <param name="Target">Called address.</param>
/// <param name="Source">Calling address (B844), or two bytes that tell the source of the transmission (B843).</param>
public sealed record RcpCallStatus(RcpOpcode Kind, RcpProcess Process, RcpCallType CallType, uint Target, uint Source) : RcpContent(Kind)
{
    /// <summary>Whether the radio at hand sends.</summary>
    public bool IsOwn => Kind == RcpOpcode.TransmitStatus;

    internal static RcpCallStatus From(RcpOpcode kind, ref PayloadReader fields)
    {
        var process = (RcpProcess)fields.U16();
        uint source = kind == RcpOpcode.TransmitStatus ? fields.U16() : 0u;
        var (type, target) = ((RcpCallType)fields.U16(), fields.U32());
        return new RcpCallStatus(kind, process, type, target, kind == RcpOpcode.TransmitStatus ? source : fields.U32());
    }

    private protected override void Write(PayloadWriter payload)
    {
        payload.U16((ushort)Process);
        _ = IsOwn ? payload.U16((ushort)Source).U16((ushort)CallType).U32(Target) : payload.U16((ushort)CallType).U32(Target).U32(Source);
    }
}
