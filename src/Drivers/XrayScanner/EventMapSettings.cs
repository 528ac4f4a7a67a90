using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Reads one <see cref="EventMap"/>.</summary>
internal static class EventMapSettings
{
    private const int MostLists = 8;
    private const int LongestName = 32;

    private static readonly string[] s_parcel = ["tag", "barcodes", "decision", "grade", "handling", "objects"];

    private static readonly Dictionary<string, EventSort> s_sorts = new(StringComparer.Ordinal)
    {
        ["inspection"] = EventSort.Inspection,
        ["opening"] = EventSort.Opening,
    };

    private static readonly Dictionary<string, bool> s_boxes = new(StringComparer.Ordinal)
    {
        ["corners"] = false,
        ["size"] = true,
    };

    private static readonly Dictionary<string, string> s_roles = new(StringComparer.Ordinal)
    {
        ["xray"] = "xray",
        ["overlay"] = "overlay",
        ["scene"] = "scene",
        ["label"] = "label",
    };

    public static EventMap Read(SettingsReader entry, IReadOnlyList<TypePattern> types, FieldPaths time)
    {
        var sort = entry.Choice("sort", EventSort.Inspection, s_sorts);
        var map = new EventMap
        {
            Types = types,
            Sort = sort,
            Tag = MapPaths.Read(entry, "tag"),
            Barcodes = MapPaths.Read(entry, "barcodes"),
            Time = entry.Has("time") ? MapPaths.Read(entry, "time") : time,
            Machine = MapPaths.Read(entry, "machine"),
            Decision = MapTables.Words(entry, "decision", MapTables.Decisions),
            Grade = MapPaths.Read(entry, "grade"),
            Remote = MapPaths.Read(entry, "remote"),
            RealName = MapTables.Words(entry, "realName", MapTables.RealNames),
            Handling = MapTables.Words(entry, "handling", MapTables.Handlings),
            OpenedFrom = Opening(entry, "openedFrom", sort),
            OpenedUntil = Opening(entry, "openedUntil", sort),
            Objects = Objects(entry),
            Pictures = Pictures(entry, sort),
        };
        if (!s_parcel.Any(entry.Has))
        {
            entry.Wrong(null, "nothing-mapped", MapWordsForPeople.NothingMapped, MapWordsForPeople.MapSomething);
        }

        entry.Finish();
        return map;
    }

    private static FieldPaths Opening(SettingsReader entry, string name, EventSort sort)
    {
        if (sort != EventSort.Opening && entry.Has(name))
        {
            entry.Wrong(name, "contradiction", MapWordsForPeople.OnlyOpening, MapWordsForPeople.RemoveOrOpening);
        }

        return MapPaths.Read(entry, name);
    }

    private static IReadOnlyList<ObjectsMap> Objects(SettingsReader entry)
    {
        var lists = entry.Items("objects");
        if (lists.Count > MostLists)
        {
            entry.Wrong("objects", "too-many", MapWordsForPeople.TooMany, MapWordsForPeople.WriteFewer);
        }

        return [.. lists.Take(MostLists).Select(ReadObjects)];
    }

    private static ObjectsMap ReadObjects(SettingsReader list)
    {
        var map = new ObjectsMap
        {
            Items = MapPaths.Required(list, "path"),
            Code = MapPaths.Read(list, "code"),
            Text = MapPaths.Read(list, "text"),
            Confidence = MapPaths.Read(list, "confidence"),
            Scale = list.Number("scale", 100, 1, 100_000),
            Box = new BoxMap
            {
                Sides = MapPaths.Box(list, "box"),
                IsSize = list.Choice("boxIs", false, s_boxes),
                Range = list.Has("boxRange") ? list.Number("boxRange", 8192, 1, 1_000_000) : null,
            },
            View = MapPaths.Read(list, "view"),
            ViewName = list.Text("viewName"),
            Attribute = MapPaths.Read(list, "attribute"),
            Grade = MapPaths.Read(list, "grade"),
        };
        if (map.ViewName?.Length > LongestName)
        {
            list.Wrong("viewName", "too-long", MapWordsForPeople.TooLongText, MapWordsForPeople.WriteShorter);
        }

        list.Finish();
        return map;
    }

    /// <summary>At an opening a picture may show people: it is withheld until the site says what it is.</summary>
    private static PicturesMap Pictures(SettingsReader entry, EventSort sort)
    {
        string? role = sort == EventSort.Inspection ? "xray" : null;
        if (entry.Section("pictures") is not { } pictures)
        {
            return new PicturesMap { Role = role };
        }

        var map = new PicturesMap
        {
            Images = MapPaths.Read(pictures, "images"),
            Related = MapPaths.Read(pictures, "related"),
            ContentId = MapPaths.Read(pictures, "contentId"),
            Kind = MapTables.Words(pictures, "kind", MapTables.Kinds),
            Role = pictures.Has("role") ? pictures.Choice("role", "xray", s_roles) : role,
        };
        pictures.Finish();
        return map;
    }
}
