using EdgeGateway.Protocol.Elements;

namespace EdgeGateway.Protocol.Hikvision;

/// <summary>One pictureInfo element.</summary>
public sealed class PictureInfo
{
    private const int Most = 64;

    private PictureInfo(Element element)
    {
        Element = element;
        FileName = element["fileName"].Text;
        Type = element["type"].Text;
    }

    public Element Element { get; }

    /// <summary>fileName, or null; the part does not always use it.</summary>
    public string? FileName { get; }

    /// <summary>type such as <c>detectionPicture</c>, or null.</summary>
    public string? Type { get; }

    /// <summary>dataType 1, or a URL where bytes are due: the picture stays on the device.</summary>
    public bool IsReference => Element["dataType"].Int() == 1;

    internal static IReadOnlyList<PictureInfo> ListOf(Element anpr)
    {
        var list = new List<PictureInfo>();
        foreach (var parent in anpr.Exists ? anpr.Children() : [])
        {
            if (parent.IsNamed("pictureInfo"))
            {
                list.Add(new PictureInfo(parent));
            }
            else if (parent.IsNamed("pictureInfoList"))
            {
                Collect(parent, list);
            }
        }

        return list;
    }

    // In JSON the list repeats itself and its items have no name of their own.
    private static void Collect(Element parent, List<PictureInfo> list)
    {
        bool named = parent["pictureInfo"].Exists;
        if (!named && parent.HasChildren)
        {
            list.Add(new PictureInfo(parent));
        }

        foreach (var child in named ? parent.Children() : [])
        {
            if (child.IsNamed("pictureInfo") && list.Count < Most)
            {
                list.Add(new PictureInfo(child));
            }
        }
    }
}
