namespace EdgeGateway.Sim.Verbs;

/// <summary>Where a person said that a device is, and how busy.</summary>
internal sealed record TypedPlace(string? Listen, string? Folder, string? Target, double Rate);
