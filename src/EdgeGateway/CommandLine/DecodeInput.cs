namespace EdgeGateway.CommandLine;

/// <summary>Bytes to decode, or why there are none.</summary>
/// <param name="Bytes">Empty when there is a fault.</param>
/// <param name="Fault">A short fixed word, or null.</param>
/// <param name="Why">A sentence for a person.</param>
internal readonly record struct DecodeInput(ReadOnlyMemory<byte> Bytes, string? Fault = null, string? Why = null);
