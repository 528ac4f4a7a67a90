using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Reads one value of a rule; its owner asks for nothing more and finishes it.</summary>
internal static class MapValueReader
{
    private const int LongestUnit = 16;

    /// <summary>No quantity of a site comes near it, and whatever is converted stays finite.</summary>
    private const double Bound = 1e15;

    /// <summary>Where the map names no range. Mobile numbers, identity numbers and cards are larger: none of them passes for a measured value by mistake.</summary>
    private const double UsualBound = 1e9;

    private static readonly string[] s_ofNumbers = ["unit", "from", "scale", "offset", "min", "max"];

    private static readonly Dictionary<string, Sort> s_sorts = new(StringComparer.Ordinal) { ["number"] = Sort.Number, ["text"] = Sort.Text, ["flag"] = Sort.Flag };

    private enum Sort
    {
        Number,
        Text,
        Flag,
    }

    public static MapValue Read(SettingsReader value, TopicPattern? topic)
    {
        var read = new MapValue { Name = MapParts.RequiredName(value, "name", MapWords.WriteAName), Path = MapParts.RequiredPath(value, "path", topic) };
        var sort = value.Choice("as", Sort.Number, s_sorts);
        if (sort != Sort.Number)
        {
            MapParts.RefuseAll(value, MapWords.OnlyNumbers, s_ofNumbers);
        }

        if (sort != Sort.Text)
        {
            MapParts.RefuseAll(value, MapWords.OnlyTexts, "texts", "free");
        }

        if (sort != Sort.Flag)
        {
            MapParts.RefuseAll(value, MapWords.OnlyFlags, "yes", "no");
        }

        MapParts.Refuse(value, sort == Sort.Text && value.Has("lenient"), "lenient", "not-here", MapWords.OnlyNumbers, MapWords.RemoveIt);
        return sort switch
        {
            Sort.Text => read with { Text = MapTextReader.Value(value, read.Path) },
            Sort.Flag => read with { Flag = Flag(value) },
            _ => read with { Number = Number(value) },
        };
    }

    /// <summary>Asks for <c>yes</c>, <c>no</c> and <c>lenient</c>.</summary>
    public static MapFlag Flag(SettingsReader owner)
    {
        var flag = new MapFlag(MapParts.Literals(owner, "yes"), MapParts.Literals(owner, "no"), owner.Flag("lenient", false));
        MapParts.Refuse(owner, flag.Yes.Intersect(flag.No).Any(), "no", "both", MapWords.BothInYesAndNo, MapWords.WriteBoth);
        MapParts.Refuse(owner, owner.Has("yes") != owner.Has("no"), owner.Has("yes") ? "no" : "yes", "missing", SettingsWords.Missing, MapWords.WriteBoth);
        return flag;
    }

    private static MapNumber Number(SettingsReader value)
    {
        string? unit = Unit(value, "unit");
        var (factor, offset) = value.Has("from") ? Converted(value, unit) : (value.Number("scale", 1, -Bound, Bound), value.Number("offset", 0, -Bound, Bound));
        double least = value.Number("min", -UsualBound, -double.MaxValue, double.MaxValue);
        double most = value.Number("max", UsualBound, -double.MaxValue, double.MaxValue);
        MapParts.Refuse(value, least > most, "min", "empty-range", MapWords.EmptyRange, MapWords.WriteRange);
        return new MapNumber(unit, factor, offset, least, most, value.Flag("lenient", false));
    }

    private static (double Factor, double Offset) Converted(SettingsReader value, string? unit)
    {
        string? from = Unit(value, "from");
        MapParts.Refuse(value, value.Has("scale") | value.Has("offset"), "from", "either-or", MapWords.FromAndScale, MapWords.RemoveOne);
        MapParts.Refuse(value, unit is null, "from", "unit-missing", MapWords.FromNeedsUnit, MapWords.WriteAUnit);
        if (from is null || unit is null)
        {
            return (1, 0);
        }

        foreach (var (name, text) in ((string, string)[])[("from", from), ("unit", unit)])
        {
            MapParts.Refuse(
                value, UnitTable.Measures(text) is null, name, "unknown-unit", MapWords.UnknownUnit, SettingsWords.OneOf(UnitTable.Names, NearestName.Of(text, UnitTable.Names)));
        }

        bool isOther = UnitTable.Measures(from) is { } measured && UnitTable.Measures(unit) is { } wanted && measured != wanted;
        MapParts.Refuse(value, isOther, "from", "other-quantity", MapWords.OtherQuantity, SettingsWords.OneOf(UnitTable.Like(unit), null));
        return UnitTable.Between(from, unit) ?? (1, 0);
    }

    private static string? Unit(SettingsReader value, string name)
    {
        string? unit = value.Text(name);
        bool right = unit is null || (unit.Length is > 0 and <= LongestUnit && !unit.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)));
        MapParts.Refuse(value, !right, name, "not-a-unit", MapWords.NotAUnit, MapWords.WriteAUnit);
        return unit;
    }
}
