namespace EdgeGateway.Protocol.Dicos;

/// <summary>A preview, or why there is none. The object itself is kept and sent in any case.</summary>
/// <param name="Png">The picture, 8-bit grey; null when there is a fault.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Fault">One of the words below, or null.</param>
public sealed record DicosPreviewResult(byte[]? Png, int Width, int Height, string? Fault)
{
    /// <summary>The object has no pixels, or does not say how they stand.</summary>
    public const string NoPixels = "preview-no-pixels";

    /// <summary>Compressed pixels are passed through and not decoded.</summary>
    public const string Compressed = "preview-compressed";

    /// <summary>Other than 8 or 16 bits of MONOCHROME1, MONOCHROME2 or RGB.</summary>
    public const string Unsupported = "preview-unsupported";

    /// <summary>Fewer bytes than rows, columns and bits need.</summary>
    public const string PixelsShort = "preview-pixels-short";
}
