namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Which address is asked for.</summary>
public enum RcpIdKind : byte
{
    Id = 0,
    Ip = 1,
}
