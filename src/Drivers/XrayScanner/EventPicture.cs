namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Bytes of one picture as they came with an event.</summary>
/// <param name="ContentId">Content-ID of its part, or the name of the part; null when it has none.</param>
/// <param name="Content">As received.</param>
public sealed record EventPicture(string? ContentId, ReadOnlyMemory<byte> Content);
