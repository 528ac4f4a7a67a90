namespace EdgeGateway.Protocol.Dicos;

/// <summary>What is not as it should be in a file and did not hinder reading.</summary>
internal static class DicosDoubts
{
    /// <summary>Group 0002 is not as long as it says.</summary>
    private const string MetaLength = "META_LENGTH";

    public static IReadOnlyList<string> Of(DicosDataSet meta, long metaBytes, DicosDataSet data)
    {
        var doubts = new List<string>();
        if (meta.Number(DicosTags.MetaLength) is { } said && said != metaBytes)
        {
            doubts.Add(MetaLength);
        }

        Texts(data, doubts);
        return doubts;
    }

    // No deeper than the reader went.
    private static void Texts(DicosDataSet set, List<string> doubts)
    {
        foreach (var element in set.Elements)
        {
            if (DicosVrs.IsCharsetText(element.Vr))
            {
                DicosCharset.Read(element.Value.Span, set.CharsetName, out string? doubt);
                Add(doubts, doubt);
            }

            foreach (var item in element.Items ?? [])
            {
                Texts(item, doubts);
            }
        }
    }

    private static void Add(List<string> doubts, string? doubt)
    {
        if (doubt is not null && !doubts.Contains(doubt))
        {
            doubts.Add(doubt);
        }
    }
}
