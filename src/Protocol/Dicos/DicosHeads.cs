using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>Reads heads of elements, items and delimiters (xray.md section 1.3).</summary>
internal static class DicosHeads
{
    private const ushort DelimiterGroup = 0xFFFE;

    /// <param name="source">Where the head begins.</param>
    /// <param name="end">Where the surrounding data set or sequence ends.</param>
    /// <param name="isExplicit">Whether elements name their value representation.</param>
    /// <param name="head">Taken off the source when there is no fault.</param>
    /// <returns>A fault, or null.</returns>
    public static string? Take(DicosSource source, long end, bool isExplicit, out DicosHead head)
    {
        head = default;
        if (end - source.Position < DicosHead.ShortBytes || !source.TryPeek(DicosHead.ShortBytes, out var bytes))
        {
            return Short(source, end);
        }

        var tag = DicosSource.TagOf(bytes);
        if (!isExplicit || tag.Group == DelimiterGroup)
        {
            head = Implicit(tag, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
            source.Skip(DicosHead.ShortBytes);
            return null;
        }

        var vr = DicosVrs.Read(bytes[4], bytes[5]);
        return tag.Group == 0 ? DicosFaults.Tag
            : vr == DicosVr.None ? DicosFaults.Vr
            : DicosVrs.IsLongForm(vr) ? TakeLong(source, end, tag, vr, out head)
            : TakeShort(source, tag, vr, BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), out head);
    }

    /// <summary>What is missing is missing from the file when the file ends here, and else from what surrounds it.</summary>
    public static string Short(DicosSource source, long end) => end >= source.Length ? DicosFaults.Truncated : DicosFaults.Length;

    private static string? TakeShort(DicosSource source, DicosTag tag, DicosVr vr, ushort length, out DicosHead head)
    {
        head = new DicosHead(tag, vr, length, false);
        source.Skip(DicosHead.ShortBytes);
        return null;
    }

    private static string? TakeLong(DicosSource source, long end, DicosTag tag, DicosVr vr, out DicosHead head)
    {
        head = default;
        if (end - source.Position < DicosHead.LongBytes || !source.TryPeek(DicosHead.LongBytes, out var bytes))
        {
            return Short(source, end);
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        head = vr == DicosVr.UN ? Unknown(tag, length) : new DicosHead(tag, vr, length, false);
        source.Skip(DicosHead.LongBytes);
        return null;
    }

    private static DicosHead Implicit(DicosTag tag, uint length)
    {
        if (tag.Group == DelimiterGroup)
        {
            return new DicosHead(tag, DicosVr.None, length, true);
        }

        // Only a sequence may have no length, so an attribute that nobody knows is one then.
        var vr = DicosDictionary.Find(tag)?.Vr ?? (length == DicosHead.Undefined ? DicosVr.SQ : DicosVr.UN);
        return new DicosHead(tag, vr, length, true);
    }

    // Programs that do not know group 4010 pass its attributes on as UN, in implicit encoding inside.
    private static DicosHead Unknown(DicosTag tag, uint length) => Implicit(tag, length);
}
