namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Which received messages go to the data port.</summary>
[Flags]
public enum RcpForwarded : uint
{
    None = 0,
    Text = 1,
    ShortData = 2,
    Csbk = 4,
}
