using System.Globalization;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Reads the objects of a custom profile.</summary>
internal static class CustomSettings
{
    public const int MostObjects = 64;

    private const int MostStates = 64;
    private const int LongestWord = 64;
    private const int LongestUnit = 16;
    private const double Widest = 1e15;

    private static readonly Dictionary<string, CustomKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["gauge"] = CustomKind.Gauge,
        ["counter"] = CustomKind.Counter,
        ["state"] = CustomKind.State,
    };

    private static readonly Dictionary<string, string> s_severities = new[] { "notice", "minor", "major", "critical" }.ToDictionary(word => word, StringComparer.Ordinal);

    public static IReadOnlyList<CustomObject> Read(SettingsReader custom)
    {
        var items = custom.RequiredItems("objects", GenericSnmpWords.NameObjects);
        custom.Refuse(items.Count > MostObjects, "objects", "too-many", GenericSnmpWords.TooMany, GenericSnmpWords.AtMost(MostObjects));
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. items.Take(MostObjects).Select(item => ReadObject(item, names)).OfType<CustomObject>()];
    }

    private static CustomObject? ReadObject(SettingsReader item, HashSet<string> names)
    {
        string name = ReadName(item, names);
        var id = ReadId(item);
        double scale = item.Number("scale", 1, -Widest, Widest);
        item.Refuse(scale == 0, "scale", "no-scale", GenericSnmpWords.NoScale, GenericSnmpWords.WriteAScale);
        var kind = item.Choice("kind", CustomKind.Gauge, s_kinds);
        var states = ReadStates(item, kind);
        var read = new CustomObject(name, id ?? SystemMib.UpTime)
        {
            Unit = ReadUnit(item),
            Scale = scale,
            Kind = kind,
            States = states,
            Low = ReadLimit(item, "low", kind),
            High = ReadLimit(item, "high", kind),
            AlarmStates = ReadAlarmStates(item, kind, states),
            Severity = item.Choice("severity", "major", s_severities),
        };
        item.Refuse(read.Low > read.High, "low", "contradiction", GenericSnmpWords.LowAboveHigh, GenericSnmpWords.WriteLower);
        item.Finish();
        return id is null ? null : read;
    }

    private static string ReadName(SettingsReader item, HashSet<string> names)
    {
        string name = item.RequiredText("name", GenericSnmpWords.WriteAName);
        if (name.Length > 0 && !NameRule.IsName(name))
        {
            item.Wrong("name", "not-a-name", GenericSnmpWords.NotAName, GenericSnmpWords.WriteAName);
        }
        else if (name.Length > 0 && !names.Add(name))
        {
            item.Wrong("name", "name-twice", GenericSnmpWords.NameTwice, GenericSnmpWords.WriteAnother);
        }

        return name;
    }

    private static ObjectId? ReadId(SettingsReader item)
    {
        string text = item.RequiredText("oid", GenericSnmpWords.WriteAnObject);
        var id = text.Length > 0 ? ObjectId.TryOf(text.TrimStart('.')) : null;
        item.Refuse(text.Length > 0 && id is null, "oid", "not-an-object", GenericSnmpWords.NotAnObject, GenericSnmpWords.WriteAnObject);
        bool isPersonal = id is not null && PersonalObjects.IsOne(id);
        item.Refuse(isPersonal, "oid", "personal", GenericSnmpWords.Personal, GenericSnmpWords.AskAnother);
        return isPersonal ? null : id;
    }

    private static string? ReadUnit(SettingsReader item)
    {
        string? unit = item.Text("unit");
        item.Refuse(unit is { Length: 0 or > LongestUnit }, "unit", "out-of-range", GenericSnmpWords.NotAName, GenericSnmpWords.AtMost(LongestUnit));
        return unit;
    }

    private static double? ReadLimit(SettingsReader item, string name, CustomKind kind)
    {
        item.Refuse(item.Has(name) && kind == CustomKind.State, name, "contradiction", GenericSnmpWords.OnlyForNumbers, GenericSnmpWords.RemoveIt);
        return item.Has(name) ? item.Number(name, 0, -Widest, Widest) : null;
    }

    private static Dictionary<long, string> ReadStates(SettingsReader item, CustomKind kind)
    {
        var table = item.Table("states");
        item.Refuse(table.Count > 0 && kind != CustomKind.State, "states", "contradiction", GenericSnmpWords.OnlyForStates, GenericSnmpWords.RemoveIt);
        var states = new Dictionary<long, string>();
        bool isRight = table.Count <= MostStates;
        foreach (var (number, word) in table.Take(MostStates))
        {
            isRight &= long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && word.Length is > 0 and <= LongestWord && states.TryAdd(value, word);
        }

        item.Refuse(!isRight, "states", "not-states", GenericSnmpWords.NotAState, GenericSnmpWords.WriteStates);
        return states;
    }

    private static IReadOnlyList<string> ReadAlarmStates(SettingsReader item, CustomKind kind, Dictionary<long, string> states)
    {
        var words = item.Texts("alarmStates") ?? [];
        item.Refuse(words.Count > 0 && kind != CustomKind.State, "alarmStates", "contradiction", GenericSnmpWords.OnlyForStates, GenericSnmpWords.RemoveIt);
        item.Refuse(kind == CustomKind.State && words.Any(word => !states.ContainsValue(word)), "alarmStates", "unknown-choice", GenericSnmpWords.NotAmongStates, GenericSnmpWords.WriteStates);
        return words;
    }
}
