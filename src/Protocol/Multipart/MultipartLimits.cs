namespace EdgeGateway.Protocol.Multipart;

/// <summary>Bounds of section 6 of plate-camera.md, in bytes.</summary>
public sealed record MultipartLimits
{
    public static readonly MultipartLimits Default = new();

    /// <summary>Largest part whose Content-Length is believed; default 16 MB.</summary>
    public int Part { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long to look for a boundary before starting over; default 8 MB.</summary>
    public int WithoutBoundary { get; init; } = 8 * 1024 * 1024;

    /// <summary>Largest header block of a part; default 16 KB.</summary>
    public int Headers { get; init; } = 16 * 1024;
}
