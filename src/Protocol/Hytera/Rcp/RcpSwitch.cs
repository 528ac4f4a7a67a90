namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>One entry of <see cref="RcpSwitches"/>.</summary>
/// <param name="What">Item or function.</param>
/// <param name="On">1 on, 0 off.</param>
public readonly record struct RcpSwitch(byte What, byte On);
