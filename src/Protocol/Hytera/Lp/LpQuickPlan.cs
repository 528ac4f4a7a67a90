namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>When which radio of a quick-GPS round reports.</summary>
/// <param name="Start"><c>yyyyMMddhhmmss</c> in GMT; zeros mean not limited.</param>
/// <param name="Stop">Likewise.</param>
/// <param name="Interval"><c>ddhhmmss</c>.</param>
/// <param name="StepMs">Milliseconds from one radio to the next.</param>
/// <param name="ChannelShare">As told.</param>
/// <param name="Order">Turn of this radio.</param>
public sealed record LpQuickPlan(string Start, string Stop, string Interval, ushort StepMs, byte ChannelShare, ushort Order);
