using System.Globalization;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>Reads one point (xray.md section 3.2).</summary>
internal static class ModbusPointSettings
{
    private const int LongestText = 64;
    private const double LargestScale = 1e6;
    private const double LargestNumber = 1e12;

    private static readonly Dictionary<string, ModbusArea> s_areas = new(StringComparer.Ordinal)
    {
        ["coil"] = ModbusArea.Coil, ["discrete"] = ModbusArea.Discrete, ["input"] = ModbusArea.Input, ["holding"] = ModbusArea.Holding,
    };

    private static readonly Dictionary<string, ModbusType> s_types = new(StringComparer.Ordinal)
    {
        ["bool"] = ModbusType.Bool, ["i16"] = ModbusType.I16, ["u16"] = ModbusType.U16, ["i32"] = ModbusType.I32, ["u32"] = ModbusType.U32,
        ["i64"] = ModbusType.I64, ["u64"] = ModbusType.U64, ["f32"] = ModbusType.F32, ["f64"] = ModbusType.F64, ["string"] = ModbusType.String,
    };

    private static readonly Dictionary<string, ModbusOrder> s_orders = new(StringComparer.Ordinal)
    {
        ["ABCD"] = ModbusOrder.Abcd, ["CDAB"] = ModbusOrder.Cdab, ["BADC"] = ModbusOrder.Badc, ["DCBA"] = ModbusOrder.Dcba,
    };

    public static ModbusPoint Read(SettingsReader item)
    {
        var point = Meaning(item, Place(item));
        foreach (var rule in ModbusPointRules.All.Where(rule => rule.IsBroken(item, point)))
        {
            item.Wrong(rule.Key, rule.Code, rule.Problem, rule.Right);
        }

        item.Finish();
        return point;
    }

    private static ModbusPoint Place(SettingsReader item)
    {
        string name = Short(item, "name", item.RequiredText("name", ModbusPointWords.WriteAName));
        Require(item, "area", ModbusPointWords.WriteAnArea);
        Require(item, "address", ModbusPointWords.WriteAnAddress);
        var area = item.Choice("area", ModbusArea.Holding, s_areas);
        bool isFlag = area is ModbusArea.Coil or ModbusArea.Discrete || item.Has("bit");
        return new ModbusPoint
        {
            Name = name,
            Area = area,
            Address = (ushort)item.Whole("address", 0, 0, ModbusLimits.Addresses - 1),
            Type = item.Choice("type", isFlag ? ModbusType.Bool : ModbusType.U16, s_types),
            Bit = item.Has("bit") ? item.Whole("bit", 0, 0, 15) : null,
            Order = item.Choice("order", ModbusOrder.Abcd, s_orders),
            Length = item.Whole("length", 1, 1, ModbusLimits.WordsRead),
        };
    }

    private static ModbusPoint Meaning(SettingsReader item, ModbusPoint point) => point with
    {
        Scale = (decimal)item.Number("scale", 1, -LargestScale, LargestScale),
        Offset = (decimal)item.Number("offset", 0, -LargestNumber, LargestNumber),
        Unit = item.Text("unit") is { } unit ? Short(item, "unit", unit) : null,
        Invalid = item.Numbers("invalid"),
        Map = Map(item),
        Interval = item.Duration("interval", TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(50), TimeSpan.FromHours(1)),
        Deadband = item.Number("deadband", 0, 0, LargestNumber),
        OnChange = item.Flag("onChange", true),
        Write = item.Flag("write", false),
        Min = Limit(item, "min"),
        Max = Limit(item, "max"),
    };

    private static double? Limit(SettingsReader item, string name) => item.Has(name) ? item.Number(name, 0, -1e18, 1e18) : null;

    private static Dictionary<decimal, string> Map(SettingsReader item)
    {
        var map = new Dictionary<decimal, string>();
        foreach (var (key, text) in item.Table("map"))
        {
            bool isWhole = long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long raw);
            if (!isWhole || !map.TryAdd(raw, text) || text.Length is 0 or > LongestText)
            {
                item.Wrong("map", "not-a-map", ModbusPointWords.NoEntry(key), ModbusPointWords.WriteAMap);
            }
        }

        return map;
    }

    private static void Require(SettingsReader item, string name, Words right)
    {
        if (!item.Has(name))
        {
            item.Wrong(name, "missing", ModbusPointWords.Missing, right);
        }
    }

    private static string Short(SettingsReader item, string name, string text)
    {
        if (text.Length > LongestText || text.Any(char.IsControl))
        {
            item.Wrong(name, "not-a-name", ModbusPointWords.TooLong, ModbusPointWords.Shorten);
        }

        return text;
    }
}
