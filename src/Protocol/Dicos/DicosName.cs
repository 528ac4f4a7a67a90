namespace EdgeGateway.Protocol.Dicos;

/// <summary>What the registry says of an attribute.</summary>
/// <param name="Vr">Its value representation.</param>
/// <param name="Name">The name that DICOS gives it, as it is shown to people.</param>
/// <param name="Many">Whether it may have several values; it is shown as a list then.</param>
public readonly record struct DicosName(DicosVr Vr, string Name, bool Many = false);
