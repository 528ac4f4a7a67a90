using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>What the gateway knows of a scanner that its files may not say.</summary>
public sealed record DicosPlace
{
    /// <summary>Device id from the configuration.</summary>
    public required string Device { get; init; }

    /// <summary>Zone to assume where a file names none; default +08:00.</summary>
    public TimeSpan Zone { get; init; } = TimeSpan.FromHours(8);

    /// <summary>The checkpoint or outlet; null when the site names none.</summary>
    public ParcelStation? Station { get; init; }

    /// <summary>From a detector's words to category codes.</summary>
    public ParcelTextRules Rules { get; init; } = ParcelTextRules.Default;
}
