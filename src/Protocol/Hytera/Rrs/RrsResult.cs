namespace EdgeGateway.Protocol.Hytera.Rrs;

/// <summary>Open: other values are kept.</summary>
public enum RrsResult : byte
{
    Success = 0,

    Failure = 1,

    PasswordError = 2,
}
