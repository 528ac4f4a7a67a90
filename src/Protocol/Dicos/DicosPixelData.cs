namespace EdgeGateway.Protocol.Dicos;

/// <summary>Where the pixels stand in the file; they are never copied while reading.</summary>
/// <param name="Offset">First byte of the value.</param>
/// <param name="Length">Bytes; of encapsulated pixels with the heads of their fragments.</param>
/// <param name="IsEncapsulated">In fragments, as compressed pictures are.</param>
public sealed record DicosPixelData(long Offset, long Length, bool IsEncapsulated);
