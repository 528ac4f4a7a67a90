using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Pipeline;

/// <summary>What the configuration knows of a device and the device itself does not say.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Position">Where it stands; null when not configured.</param>
public sealed record DeviceFacts(string Id, GeoPosition? Position);
