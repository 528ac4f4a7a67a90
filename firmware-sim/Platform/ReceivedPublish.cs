using EdgeGateway.Protocol.Mqtt;

namespace EdgeGateway.Sim.Platform;

/// <summary>One PUBLISH that came to the endpoint.</summary>
/// <param name="ClientId">Who sent it.</param>
/// <param name="Version">5 or 4.</param>
/// <param name="Topic">Where to.</param>
/// <param name="Payload">What.</param>
/// <param name="QoS">0 or 1.</param>
/// <param name="Retain">RETAIN flag.</param>
/// <param name="Duplicate">DUP flag.</param>
/// <param name="Reason">What the sender was told in PUBACK; null when it was told nothing (QoS 0, or withheld).</param>
/// <param name="Properties">Empty on 3.1.1.</param>
/// <param name="Forgotten">Acknowledged with success and passed on to nobody.</param>
public sealed record ReceivedPublish(
    string ClientId, int Version, string Topic, ReadOnlyMemory<byte> Payload, int QoS, bool Retain, bool Duplicate, byte? Reason, MqttProperties Properties, bool Forgotten = false);
