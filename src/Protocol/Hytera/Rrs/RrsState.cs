namespace EdgeGateway.Protocol.Hytera.Rrs;

/// <summary>Open: other values are kept.</summary>
public enum RrsState : byte
{
    Online = 0,

    Offline = 1,
}
