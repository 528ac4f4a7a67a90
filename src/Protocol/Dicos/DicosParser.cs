namespace EdgeGateway.Protocol.Dicos;

/// <summary>Reads the elements of one file. The first fault ends it.</summary>
internal sealed class DicosParser(DicosSource source, DicosLimits limits)
{
    private const ushort MetaGroup = 0x0002;
    private const ushort FirstDataGroup = 0x0008;

    private int _elements;
    private long _kept;

    public string? Fault { get; private set; }

    public DicosPixelData? Pixels { get; private set; }

    /// <summary>Bytes of group 0002 behind its first element.</summary>
    public long MetaBytes { get; private set; }

    /// <summary>Group 0002 ends where another group begins: its length field is not believed.</summary>
    public DicosDataSet? Meta()
    {
        var set = new DicosDataSet(null);
        while (source.TryTag(out var tag) && tag.Group == MetaGroup)
        {
            if (Head(source.Length, true) is not { } head || Value(head, set, true, source.Length, 0) is not { } element || !Added(set, element))
            {
                return null;
            }

            MetaBytes += element.Tag == DicosTags.MetaLength ? -MetaBytes : source.Position - element.Offset + HeadBytes(element.Vr);
        }

        return set;
    }

    public DicosDataSet? Data(DicosSyntax syntax)
    {
        var set = new DicosDataSet(null);
        return Fill(set, source.Length, false, syntax.IsExplicit, 0) ? set : null;
    }

    private static int HeadBytes(DicosVr vr) => DicosVrs.IsLongForm(vr) ? DicosHead.LongBytes : DicosHead.ShortBytes;

    /// <param name="set">What is filled.</param>
    /// <param name="end">Where it ends, at the latest.</param>
    /// <param name="delimited">Whether a delimiter ends it.</param>
    /// <param name="isExplicit">Whether elements name their value representation.</param>
    /// <param name="depth">Sequences around it.</param>
    private bool Fill(DicosDataSet set, long end, bool delimited, bool isExplicit, int depth)
    {
        while (delimited || source.Position < end)
        {
            if (Head(end, isExplicit) is not { } head)
            {
                return false;
            }

            if (head.Tag == DicosTags.ItemEnd && delimited)
            {
                return true;
            }

            if (head.Vr == DicosVr.None || head.Tag.Group < FirstDataGroup)
            {
                return Failed(head.Vr == DicosVr.None ? DicosFaults.Item : DicosFaults.Tag);
            }

            if (Value(head, set, isExplicit, end, depth) is not { } element || !Added(set, element))
            {
                return false;
            }
        }

        return true;
    }

    private DicosHead? Head(long end, bool isExplicit)
    {
        if (++_elements > limits.Elements)
        {
            Fault = DicosFaults.TooMany;
            return null;
        }

        Fault = DicosHeads.Take(source, end, isExplicit, out var head);
        return Fault is null ? head : null;
    }

    private DicosElement? Value(DicosHead head, DicosDataSet set, bool isExplicit, long end, int depth)
    {
        long from = source.Position;
        if (!head.IsUndefined && head.Length > end - from)
        {
            Fault = DicosHeads.Short(source, end);
            return null;
        }

        return head.Tag == DicosTags.Pixels ? OfPixels(head, end, depth)
            : head.Vr == DicosVr.SQ ? OfItems(head, set, isExplicit && !head.ImplicitInside, end, depth)
            : head.IsUndefined ? Refused(DicosFaults.Length)
            : Bytes(head);
    }

    private DicosElement? Bytes(DicosHead head)
    {
        long from = source.Position;
        int length = (int)Math.Min(head.Length, int.MaxValue);
        if (head.Length > limits.ValueBytes || _kept + head.Length > limits.KeptBytes || DicosPersons.IsOfPerson(head.Tag, head.Vr))
        {
            source.Skip(head.Length);
            return new DicosElement(head.Tag, head.Vr, from, head.Length, default);
        }

        _kept += head.Length;
        byte[] value = length == 0 ? [] : new byte[length];
        return source.TryTake(value) ? new DicosElement(head.Tag, head.Vr, from, length, value) : Refused(DicosFaults.Truncated);
    }

    private DicosElement? OfItems(DicosHead head, DicosDataSet set, bool isExplicit, long end, int depth)
    {
        long from = source.Position;
        if (depth == limits.Depth)
        {
            return Refused(DicosFaults.TooDeep);
        }

        var items = new List<DicosDataSet>();
        bool withheld = DicosPersons.IsOfPerson(head.Tag, head.Vr);
        return Items(items, set, head.IsUndefined ? end : from + head.Length, head.IsUndefined, isExplicit, depth + 1)
            ? new DicosElement(head.Tag, DicosVr.SQ, from, source.Position - from, default, withheld ? null : items) : null;
    }

    private bool Items(List<DicosDataSet> items, DicosDataSet set, long end, bool delimited, bool isExplicit, int depth)
    {
        while (delimited || source.Position < end)
        {
            if (Head(end, isExplicit) is not { } head)
            {
                return false;
            }

            if (head.Tag == DicosTags.SequenceEnd && delimited)
            {
                return true;
            }

            if (head.Tag != DicosTags.Item)
            {
                return Failed(DicosFaults.Item);
            }

            if (!head.IsUndefined && head.Length > end - source.Position)
            {
                return Failed(DicosHeads.Short(source, end));
            }

            var item = new DicosDataSet(set);
            items.Add(item);
            if (!Fill(item, head.IsUndefined ? end : source.Position + head.Length, head.IsUndefined, isExplicit, depth))
            {
                return false;
            }
        }

        return true;
    }

    // The pixels of an item are an icon's; those of the file stand in its outermost data set.
    private DicosElement? OfPixels(DicosHead head, long end, int depth)
    {
        long from = source.Position;
        if (head.IsUndefined && !Fragments(end))
        {
            return null;
        }

        source.Skip(head.IsUndefined ? 0 : head.Length);
        long length = source.Position - from;
        Pixels = depth == 0 ? new DicosPixelData(from, length, head.IsUndefined) : Pixels;
        return new DicosElement(head.Tag, head.Vr, from, length, default);
    }

    private bool Fragments(long end)
    {
        while (Head(end, true) is { } head)
        {
            if (head.Tag == DicosTags.SequenceEnd)
            {
                return true;
            }

            if (head.Tag != DicosTags.Item || head.IsUndefined)
            {
                return Failed(DicosFaults.Item);
            }

            if (head.Length > end - source.Position)
            {
                return Failed(DicosHeads.Short(source, end));
            }

            source.Skip(head.Length);
        }

        return false;
    }

    private bool Added(DicosDataSet set, DicosElement element) => set.Add(element) || Failed(DicosFaults.Twice);

    private bool Failed(string fault)
    {
        Fault = fault;
        return false;
    }

    private DicosElement? Refused(string fault)
    {
        Fault = fault;
        return null;
    }
}
