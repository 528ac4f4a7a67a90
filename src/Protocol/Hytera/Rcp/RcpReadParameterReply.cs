namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Reply to <see cref="RcpReadParameter"/>; argument and parameter stand the other way round than in the question.</summary>
/// <param name="Result">0 ok.</param>
/// <param name="Argument">Of the question.</param>
/// <param name="Parameter">Of the question.</param>
/// <param name="Value">Signed.</param>
public sealed record RcpReadParameterReply(byte Result, byte Argument, RcpParameter Parameter, int Value) : RcpContent(RcpOpcode.ReadParameterReply)
{
    /// <summary>A level that says that nothing is received.</summary>
    public const int NoSignal = -200;

    private protected override void Write(PayloadWriter payload) => payload.U8(Result).U8(Argument).U8((byte)Parameter).U32((uint)Value);
}
