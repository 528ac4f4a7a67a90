using EdgeGateway.Protocol.Parcels;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>What a site knows of the bodies its scanner sends: nothing of them is public (xray.md sections 2.1 and 2.2), so nothing of them is in the product.</summary>
public sealed record InspectionMap
{
    public static readonly InspectionMap Empty = new();

    public IReadOnlyList<EventMap> Events { get; init; } = [];

    /// <summary>Types that are known and not wanted.</summary>
    public IReadOnlyList<TypePattern> Ignore { get; init; } = [];

    /// <summary>The device's codes of things, and the category of xray.md section 4.4.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    /// <summary>The site's own rules; the usual ones stand behind them.</summary>
    public ParcelTextRules Texts { get; init; } = new([]);

    /// <returns>The first entry that takes this type; null when none does.</returns>
    public EventMap? Find(string type) => Events.FirstOrDefault(entry => entry.Fits(type));

    public bool Ignores(string type) => Ignore.Any(pattern => pattern.Fits(type));
}
