namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>A SubImageInfoObject as it is sent (plate-camera.md section 2.6).</summary>
public sealed record ViidSubImage
{
    /// <summary>41 digits.</summary>
    public required string Id { get; init; }

    public string? DeviceId { get; init; }

    public int? EventSort { get; init; }

    /// <summary>Two digits, or three: see <see cref="ViidImageTypes"/>.</summary>
    public required string Type { get; init; }

    public string FileFormat { get; init; } = "Jpeg";

    /// <summary>Civil time, 14 digits.</summary>
    public required string ShotTime { get; init; }

    public string? StoragePath { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>MD5 of the bytes, hex; the FileHash of the standard.</summary>
    public string? FileHash { get; init; }

    /// <summary>The picture itself; empty when only <see cref="StoragePath"/> names it.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }
}
