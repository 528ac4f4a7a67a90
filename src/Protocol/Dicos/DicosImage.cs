namespace EdgeGateway.Protocol.Dicos;

/// <summary>Heads of a DX or CT object (xray.md section 1.7); the pixels stay where they are.</summary>
public sealed record DicosImage
{
    public required DicosHeader Header { get; init; }

    public int? Rows { get; init; }

    public int? Columns { get; init; }

    /// <summary>1 when the object does not say.</summary>
    public int Frames { get; init; } = 1;

    public int? BitsAllocated { get; init; }

    public int? BitsStored { get; init; }

    public int? HighBit { get; init; }

    /// <summary>Values are signed.</summary>
    public bool IsSigned { get; init; }

    /// <summary><c>MONOCHROME1</c>, <c>MONOCHROME2</c>, <c>RGB</c>; open set.</summary>
    public string? Photometric { get; init; }

    public int Samples { get; init; } = 1;

    /// <summary>Red, green and blue stand in planes of their own.</summary>
    public bool IsPlanar { get; init; }

    public double? TubeVoltageKv { get; init; }

    public double? TubeCurrentUa { get; init; }

    /// <summary>Null when there are none.</summary>
    public DicosPixelData? Pixels { get; init; }

    /// <summary>By the transfer syntax.</summary>
    public bool IsCompressed { get; init; }

    internal static DicosImage Of(DicosFile file, DicosHeader header)
    {
        var data = file.Data;
        return new DicosImage
        {
            Header = header,
            Rows = data.Whole(DicosTags.Rows),
            Columns = data.Whole(DicosTags.Columns),
            Frames = data.Whole(DicosTags.Frames) ?? 1,
            BitsAllocated = data.Whole(DicosTags.BitsAllocated),
            BitsStored = data.Whole(DicosTags.BitsStored),
            HighBit = data.Whole(DicosTags.HighBit),
            IsSigned = data.Whole(DicosTags.PixelRepresentation) == 1,
            Photometric = data.Text(DicosTags.Photometric),
            Samples = data.Whole(DicosTags.Samples) ?? 1,
            IsPlanar = data.Whole(DicosTags.Planar) == 1,
            TubeVoltageKv = data.Number(DicosTags.Kvp),
            TubeCurrentUa = data.Number(DicosTags.TubeCurrentUa),
            Pixels = file.Pixels,
            IsCompressed = file.Syntax.IsCompressed,
        };
    }
}
