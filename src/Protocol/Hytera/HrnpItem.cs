namespace EdgeGateway.Protocol.Hytera;

/// <summary>What a stream gave: a frame, or a fault.</summary>
/// <param name="Frame">Null when there is a fault.</param>
/// <param name="Fault">One of <see cref="HyteraFaults"/>, or null.</param>
/// <param name="Bytes">The frame as it came, or the candidate that failed; for garbage its first byte.</param>
public readonly record struct HrnpItem(HrnpFrame? Frame, string? Fault, ReadOnlyMemory<byte> Bytes);
