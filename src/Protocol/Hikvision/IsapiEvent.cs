namespace EdgeGateway.Protocol.Hikvision;

/// <summary>An alert with all its pictures that came.</summary>
public sealed record IsapiEvent(IsapiAlert Alert, IReadOnlyList<IsapiPicture> Pictures);
