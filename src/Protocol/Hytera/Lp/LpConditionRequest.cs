namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Report when moved so far or after such a time.</summary>
/// <param name="RequestId">Chosen by the asker.</param>
/// <param name="Radio">Whom it asks.</param>
/// <param name="Trigger">What makes it report.</param>
/// <param name="Distance">As told; no public text names its unit.</param>
/// <param name="Start"><c>yyyyMMddhhmmss</c> in GMT; zeros mean not limited.</param>
/// <param name="Stop">Likewise.</param>
/// <param name="Interval"><c>ddhhmmss</c>.</param>
/// <param name="MaxInterval">Likewise; older radios do not have it.</param>
public sealed record LpConditionRequest(uint? RequestId, RadioIp Radio, LpTrigger Trigger, uint Distance, string Start, string Stop, string Interval, string? MaxInterval = null)
    : LpContent(LpOpcode.ConditionRequest, RequestId, Radio)
{
    internal static LpConditionRequest From(ref PayloadReader fields)
    {
        var (id, radio, trigger) = (fields.U32(), fields.Radio(), (LpTrigger)fields.U8());
        var (distance, start, stop, interval) = (fields.U32(), fields.Ascii(14), fields.Ascii(14), fields.Ascii(8));
        return new LpConditionRequest(id, radio, trigger, distance, start, stop, interval, fields.Left >= 8 ? fields.Ascii(8) : null);
    }

    private protected override void Write(PayloadWriter payload)
    {
        WriteHead(payload).U8((byte)Trigger).U32(Distance).Ascii(Start, 14).Ascii(Stop, 14).Ascii(Interval, 8);
        payload.Bytes(MaxInterval is null ? [] : new PayloadWriter().Ascii(MaxInterval, 8).ToArray());
    }
}
