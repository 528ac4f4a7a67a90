namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>What the publishers of a kiosk say that it has.</summary>
/// <param name="Vendor">Who made it, scrubbed; null when they do not say.</param>
/// <param name="Places">Its services, without those that are to be left alone.</param>
/// <param name="Missing">Services that the settings name and no publisher knows.</param>
internal sealed record KioskRoster(string? Vendor, IReadOnlyList<ServicePlace> Places, IReadOnlyList<string> Missing)
{
    /// <summary>Names of what there is; without places where no publisher answers, by what is remembered.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [.. Places.Select(place => place.Module)];
}
