namespace EdgeGateway.Protocol.Hytera.Tmp;

/// <summary>What became of a text: result 0 means that the far radio has it.</summary>
/// <param name="Code">An acknowledgement code.</param>
/// <param name="RequestId">Of the text.</param>
/// <param name="Destination">Of the text, not of this message.</param>
/// <param name="Sender">Of the text; groups do not tell it.</param>
/// <param name="Result">What became of it.</param>
public sealed record TmpAck(TmpCode Code, uint RequestId, RadioIp Destination, RadioIp? Sender, TmpResult Result) : TmpContent(Code, RequestId, Destination)
{
    private protected override void WriteBody(PayloadWriter payload) => (Sender is { } sender ? payload.Radio(sender) : payload).U8((byte)Result);
}
