namespace EdgeGateway.Protocol.Commands;

/// <summary>The signed wrapping of a command.</summary>
/// <param name="Payload">UTF-8 bytes of the payload's text: what the signature covers.</param>
/// <param name="KeyId">Which key signed it; null when it names none.</param>
/// <param name="Signature">Base64; null when there is none.</param>
public sealed record CommandEnvelope(ReadOnlyMemory<byte> Payload, string? KeyId, string? Signature);
