namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Reply to <see cref="RcpReadId"/>.</summary>
/// <param name="Result">0 ok.</param>
/// <param name="What">Which address follows.</param>
/// <param name="Radio">The subnet byte is 0 for an id. An IP stands in network order although RCP is little endian.</param>
public sealed record RcpReadIdReply(byte Result, RcpIdKind What, RadioIp Radio) : RcpContent(RcpOpcode.ReadIdReply)
{
    internal static RcpReadIdReply From(ref PayloadReader fields)
    {
        var (result, what) = (fields.U8(), (RcpIdKind)fields.U8());
        return new RcpReadIdReply(result, what, what == RcpIdKind.Ip ? fields.Radio() : RadioIp.Of(fields.U32()));
    }

    private protected override void Write(PayloadWriter payload)
    {
        payload.U8(Result).U8((byte)What);
        _ = What == RcpIdKind.Ip ? payload.Radio(Radio) : payload.U32(Radio.Value);
    }
}
