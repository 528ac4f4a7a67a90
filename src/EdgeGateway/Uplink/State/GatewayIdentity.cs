using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Uplink.State;

/// <summary>Who this gateway is towards the platform; does not change while the process lives.</summary>
/// <param name="Topics">Its topics.</param>
/// <param name="ClientId">Gateway id, also MQTT client id.</param>
/// <param name="Version">Product version.</param>
/// <param name="Boot">When the process started.</param>
/// <param name="Configuration">SHA-256 of the configuration.</param>
/// <param name="Catalogue">What it can send.</param>
public sealed record GatewayIdentity(
    Topics Topics, string ClientId, string Version, DateTimeOffset Boot, string Configuration, Catalogue Catalogue);
