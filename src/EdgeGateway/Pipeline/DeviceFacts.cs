using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Pipeline;

/// <summary>What the configuration knows of a device and the device itself does not say.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Position">Where it stands; null when not configured.</param>
/// <param name="Checkpoint">20-digit code of the checkpoint it belongs to, for devices that name none; null when not configured.</param>
/// <param name="Zone">Zone of its civil time; null is +08:00.</param>
public sealed record DeviceFacts(string Id, GeoPosition? Position, string? Checkpoint = null, TimeSpan? Zone = null);
