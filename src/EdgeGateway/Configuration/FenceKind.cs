namespace EdgeGateway.Configuration;

/// <summary>What a fence asks for.</summary>
public enum FenceKind
{
    /// <summary>The vehicles that it names must not leave it.</summary>
    StayIn,

    /// <summary>No aircraft that is not ours may be in it.</summary>
    KeepOut,
}
