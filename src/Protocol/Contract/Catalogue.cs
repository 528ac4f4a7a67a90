namespace EdgeGateway.Protocol.Contract;

/// <summary>The retained catalogue: what this gateway can send (contract section 1).</summary>
/// <param name="Devices">Every configured device.</param>
public sealed record Catalogue(IReadOnlyList<CatalogueDevice> Devices);

/// <param name="Device">Device id.</param>
/// <param name="Driver">Driver name.</param>
/// <param name="Version">Driver version.</param>
/// <param name="Kinds">Kinds of readings it can make.</param>
/// <param name="Schemas">Schema id of each kind, in the same order.</param>
public sealed record CatalogueDevice(string Device, string Driver, string Version, IReadOnlyList<string> Kinds, IReadOnlyList<string> Schemas);
