namespace EdgeGateway.Protocol.Dicos;

/// <summary>One frame of uncompressed pixels, checked: where it stands and how a value is made of its bytes.</summary>
internal sealed record DicosFrame
{
    private const int MostSide = ushort.MaxValue;

    /// <summary>First byte in the file.</summary>
    public required long Offset { get; init; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>1 for grey, 3 for red, green and blue.</summary>
    public required int Samples { get; init; }

    /// <summary>1 or 2.</summary>
    public required int SampleBytes { get; init; }

    /// <summary>Bits of a value below its highest.</summary>
    public required int Bits { get; init; }

    /// <summary>Bits to the right of them.</summary>
    public required int Shift { get; init; }

    public required bool IsSigned { get; init; }

    /// <summary>Each colour in a plane of its own.</summary>
    public required bool IsPlanar { get; init; }

    /// <summary>Low values are bright.</summary>
    public required bool IsInverted { get; init; }

    /// <returns>Null with the reason when no preview can be made.</returns>
    public static DicosFrame? Of(DicosImage image, out string? fault)
    {
        fault = Fault(image);
        if (fault is not null)
        {
            return null;
        }

        int sampleBytes = image.BitsAllocated!.Value / 8;
        long bytes = (long)image.Rows!.Value * image.Columns!.Value * image.Samples * sampleBytes;
        if (OffsetOf(image, bytes) is not { } offset)
        {
            fault = DicosPreviewResult.PixelsShort;
            return null;
        }

        int allocated = image.BitsAllocated.Value;
        int bits = image.BitsStored is { } stored && stored >= 1 && stored <= allocated ? stored : allocated;
        int high = image.HighBit is { } told && told >= bits - 1 && told < allocated ? told : bits - 1;
        return new DicosFrame
        {
            Offset = offset,
            Rows = image.Rows.Value,
            Columns = image.Columns.Value,
            Samples = image.Samples,
            SampleBytes = sampleBytes,
            Bits = bits,
            Shift = high + 1 - bits,
            IsSigned = image.IsSigned,
            IsPlanar = image.IsPlanar && image.Samples > 1,
            IsInverted = image.Photometric == "MONOCHROME1",
        };
    }

    private static string? Fault(DicosImage image)
    {
        if (image.Pixels is not { } pixels || image.Rows is not (>= 1 and <= MostSide) || image.Columns is not (>= 1 and <= MostSide))
        {
            return DicosPreviewResult.NoPixels;
        }

        if (image.IsCompressed || pixels.IsEncapsulated)
        {
            return DicosPreviewResult.Compressed;
        }

        bool layout = (image.Samples, image.Photometric) is (1, "MONOCHROME1" or "MONOCHROME2") or (3, "RGB");
        return layout && image.BitsAllocated is 8 or 16 ? null : DicosPreviewResult.Unsupported;
    }

    // A count of frames that the pixels do not bear out is not believed; the first frame may be there all the same.
    private static long? OffsetOf(DicosImage image, long bytes)
    {
        var pixels = image.Pixels!;
        long middle = image.Header.Kind == "CT" ? Math.Max(0, image.Frames - 1L) / 2 : 0;
        long at = middle * bytes;
        return at + bytes <= pixels.Length ? pixels.Offset + at
            : bytes <= pixels.Length ? pixels.Offset : null;
    }
}
