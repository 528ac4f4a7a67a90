namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>How a request was taken: B002, C002, C005, D002, D012 and E002.</summary>
/// <param name="Kind">The opcode.</param>
/// <param name="RequestId">Of the request.</param>
/// <param name="Radio">Who answers.</param>
/// <param name="Selector">The trigger (D002) or the command (D012) of the request; the others have none.</param>
/// <param name="Result">See <see cref="LpResults"/>.</param>
public sealed record LpAnswer(LpOpcode Kind, uint? RequestId, RadioIp Radio, byte? Selector, ushort Result) : LpContent(Kind, RequestId, Radio)
{
    private protected override void Write(PayloadWriter payload) => WriteHead(payload).Bytes(Selector is { } one ? [one] : []).U16(Result);
}
