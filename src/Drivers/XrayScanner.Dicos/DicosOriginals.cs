namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>What becomes of the files as received.</summary>
public enum DicosOriginals
{
    /// <summary>Kept in the store, sent when the platform asks for them.</summary>
    OnDemand,

    /// <summary>Sent like every other file.</summary>
    All,

    /// <summary>Not in the store; they stay in <c>done</c> as long as that keeps them.</summary>
    None,
}
