namespace EdgeGateway.Protocol.Dicos;

/// <summary>What became of a file.</summary>
/// <param name="File">Null when there is a fault.</param>
/// <param name="Fault">One of <see cref="DicosFaults"/>, or null.</param>
/// <param name="At">Byte of the file where reading ended.</param>
public sealed record DicosRead(DicosFile? File, string? Fault, long At);
