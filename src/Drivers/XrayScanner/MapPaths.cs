using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Reads paths of a map: a text, or a list of texts that are tried in order.</summary>
internal static class MapPaths
{
    public static FieldPaths Read(SettingsReader map, string name)
    {
        IReadOnlyList<string> texts = map.IsText(name) ? [map.Text(name)!] : map.Texts(name) ?? [];
        if (texts.Count > FieldPaths.Most)
        {
            map.Wrong(name, "too-many", MapWordsForPeople.TooManyPaths, MapWordsForPeople.WriteAPath);
        }

        BodyPath?[] paths = [.. texts.Take(FieldPaths.Most).Select(text => Path(map, name, text))];
        return paths.Length == 0 ? FieldPaths.None : new FieldPaths([.. paths.OfType<BodyPath>()]);
    }

    public static FieldPaths Required(SettingsReader map, string name)
    {
        var paths = Read(map, name);
        if (!map.Has(name))
        {
            map.Wrong(name, "missing", SettingsWords.Missing, MapWordsForPeople.WriteAPath);
        }

        return paths;
    }

    /// <returns>Four paths or one; none when nothing is written or, with a finding, when it is anything else.</returns>
    public static IReadOnlyList<FieldPaths> Box(SettingsReader map, string name)
    {
        if (map.IsText(name))
        {
            return [Read(map, name)];
        }

        var sides = map.Texts(name) ?? [];
        if (sides.Count is not (0 or 4))
        {
            map.Wrong(name, "not-a-box", MapWordsForPeople.NotABox, MapWordsForPeople.WriteABox);
            return [];
        }

        return [.. sides.Select(side => new FieldPaths(Path(map, name, side) is { } path ? [path] : []))];
    }

    private static BodyPath? Path(SettingsReader map, string name, string text)
    {
        var path = BodyPath.Parse(text, out var fault);
        if (path is null)
        {
            map.Wrong(name, "not-a-path", PathWords.NotAPath(fault), MapWordsForPeople.WriteAPath);
        }

        return path;
    }
}
