namespace EdgeGateway.Protocol.Hikvision;

/// <summary>The bytes of one picture that came with an alert.</summary>
/// <param name="Name">Content-Disposition name, or null.</param>
/// <param name="FileName">Content-Disposition filename, or null.</param>
/// <param name="Content">As received.</param>
public sealed record IsapiPicture(string? Name, string? FileName, ReadOnlyMemory<byte> Content)
{
    /// <summary>Content-ID of its part without angle brackets, or null.</summary>
    public string? ContentId { get; init; }

    /// <summary>What the alert says of it; null when it announced fewer pictures than came.</summary>
    public PictureInfo? Info { get; init; }

    /// <summary>The name to show: of the part, else of the alert.</summary>
    public string? PartName => Name ?? FileName ?? Info?.FileName;
}
