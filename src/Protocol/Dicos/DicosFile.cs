namespace EdgeGateway.Protocol.Dicos;

/// <summary>A file read as a whole, but for its pixels.</summary>
public sealed record DicosFile
{
    /// <summary>Bytes of the file.</summary>
    public required long Length { get; init; }

    /// <summary>Whether it begins with 128 free bytes and DICM.</summary>
    public required bool HasPreamble { get; init; }

    /// <summary>How the data set is written.</summary>
    public required DicosSyntax Syntax { get; init; }

    /// <summary>Group 0002; empty when the file has none.</summary>
    public required DicosDataSet Meta { get; init; }

    public required DicosDataSet Data { get; init; }

    /// <summary>Null when the data set has no (7FE0,0010).</summary>
    public DicosPixelData? Pixels { get; init; }

    /// <summary>What was not as it should be and did not hinder reading, as upper-case words.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>(0008,0016), else what group 0002 says.</summary>
    public string? SopClass => Data.Text(DicosTags.SopClass) ?? Meta.Text(DicosTags.MediaSopClass);

    /// <summary>(0008,0018), else what group 0002 says.</summary>
    public string? SopInstance => Data.Text(DicosTags.SopInstance) ?? Meta.Text(DicosTags.MediaSopInstance);
}
