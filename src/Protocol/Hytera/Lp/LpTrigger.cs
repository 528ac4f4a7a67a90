namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>When to report; open.</summary>
public enum LpTrigger : byte
{
    Cancel = 0,
    Distance = 1,
    Time = 2,
    Both = 3,
    Either = 4,
}
