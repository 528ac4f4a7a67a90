namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Report from time to time.</summary>
/// <param name="RequestId">Chosen by the asker.</param>
/// <param name="Radio">Whom it asks.</param>
/// <param name="Start"><c>yyyyMMddhhmmss</c> in GMT; zeros mean not limited.</param>
/// <param name="Stop">Likewise.</param>
/// <param name="Interval"><c>ddhhmmss</c>.</param>
public sealed record LpTriggeredRequest(uint? RequestId, RadioIp Radio, string Start, string Stop, string Interval) : LpContent(LpOpcode.TriggeredRequest, RequestId, Radio)
{
    /// <summary>A start or stop that is not limited.</summary>
    public const string Unlimited = "00000000000000";

    private protected override void Write(PayloadWriter payload) => WriteHead(payload).Ascii(Start, 14).Ascii(Stop, 14).Ascii(Interval, 8);
}
