using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Reads what texts of a device may pass.</summary>
internal static class MapTextReader
{
    /// <summary>A text that the map says itself, or <c>{ "path": ..., "texts": ..., "free": ... }</c>.</summary>
    /// <returns>Null when nothing is written.</returns>
    public static MapText? Name(SettingsReader owner, string name, TopicPattern? topic)
    {
        if (!owner.Has(name) || owner.IsText(name))
        {
            string? constant = owner.Text(name);
            MapParts.Refuse(owner, constant is not null && !MapParts.IsText(constant), name, "not-a-text", MapWords.NotAName, MapWords.WriteAText);
            return constant is null ? null : new MapText { Constant = constant };
        }

        var section = owner.Section(name)!;
        var read = Rule(section, MapParts.RequiredPath(section, "path", topic));
        section.Finish();
        return read;
    }

    /// <summary>Of a value: nothing passes that no rule lets through.</summary>
    public static MapText Value(SettingsReader value, MapPath path)
    {
        var read = Rule(value, path);
        MapParts.Refuse(value, read.Texts is null && !read.IsFree, null, "texts-missing", MapWords.TextNeedsRule, MapWords.WriteTexts);
        return read;
    }

    private static MapText Rule(SettingsReader owner, MapPath path)
    {
        var texts = MapParts.Texts(owner, "texts");
        bool isFree = owner.Flag("free", false);
        MapParts.Refuse(owner, isFree && texts is not null, "free", "either-or", MapWords.EitherTexts, MapWords.RemoveOne);
        return new MapText { Path = path, Texts = texts, IsFree = isFree && texts is null };
    }
}
