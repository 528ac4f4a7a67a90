namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Where are you now?</summary>
/// <param name="RequestId">Chosen by the asker.</param>
/// <param name="Radio">Whom it asks.</param>
/// <param name="Extra">A ninth byte that some askers send, 1 where it was seen.</param>
public sealed record LpImmediateRequest(uint? RequestId, RadioIp Radio, byte? Extra = null) : LpContent(LpOpcode.ImmediateRequest, RequestId, Radio)
{
    private protected override void Write(PayloadWriter payload)
    {
        WriteHead(payload);
        payload.Bytes(Extra is { } one ? [one] : []);
    }
}
