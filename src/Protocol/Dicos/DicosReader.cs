using System.Runtime.InteropServices;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>Reads DICOM part 10 files as DICOS uses them (xray.md sections 1.2 and 1.3). Memory is bounded by <see cref="DicosLimits"/> and never by what a length field says.</summary>
public static class DicosReader
{
    /// <param name="bytes">The whole file.</param>
    /// <param name="limits">Default <see cref="DicosLimits.Default"/>.</param>
    public static DicosRead Read(ReadOnlyMemory<byte> bytes, DicosLimits? limits = null) =>
        Read(MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, false) : new MemoryStream(bytes.ToArray(), false), limits);

    /// <param name="file">The whole file; it can be positioned. It is not closed.</param>
    /// <param name="limits">Default <see cref="DicosLimits.Default"/>.</param>
    public static DicosRead Read(Stream file, DicosLimits? limits = null)
    {
        limits ??= DicosLimits.Default;
        file.Position = 0;
        var source = new DicosSource(file);
        if (source.Length > limits.FileBytes)
        {
            return new DicosRead(null, DicosFaults.TooLarge, 0);
        }

        var start = DicosStart.Of(source);
        return start.Fault is { } fault ? new DicosRead(null, fault, 0) : Body(source, start, limits);
    }

    private static DicosRead Body(DicosSource source, DicosStart start, DicosLimits limits)
    {
        source.Skip(start.Offset);
        var parser = new DicosParser(source, limits);
        var meta = start.HasMeta ? parser.Meta() : new DicosDataSet(null);
        if (meta is null || Syntax(source, start, meta, out string? fault) is not { } syntax)
        {
            return new DicosRead(null, parser.Fault ?? DicosFaults.Syntax, source.Position);
        }

        if (fault is not null || parser.Data(syntax) is not { } data)
        {
            return new DicosRead(null, fault ?? parser.Fault, source.Position);
        }

        var file = new DicosFile
        {
            Length = source.Length,
            HasPreamble = start.HasPreamble,
            Syntax = syntax,
            Meta = meta,
            Data = data,
            Pixels = parser.Pixels,
            Doubts = Doubts(parser, meta, data),
        };
        return new DicosRead(file, null, source.Position);
    }

    private static DicosSyntax? Syntax(DicosSource source, DicosStart start, DicosDataSet meta, out string? fault)
    {
        string? uid = meta.Text(DicosTags.TransferSyntax);
        fault = uid == DicosSyntax.BigEndianUid ? DicosFaults.BigEndian : null;
        return fault is not null ? DicosSyntax.Explicit : start.HasMeta ? DicosSyntax.Of(uid) : DicosStart.Guess(source);
    }

    private static List<string> Doubts(DicosParser parser, DicosDataSet meta, DicosDataSet data)
    {
        var doubts = new List<string>();
        if (meta.Number(DicosTags.MetaLength) is { } said && said != parser.MetaBytes)
        {
            doubts.Add("META_LENGTH");
        }

        if (DicosCharset.Of(data.CharsetName) is null)
        {
            doubts.Add("CHARSET_UNKNOWN");
        }

        return doubts;
    }
}
