using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Reads the controllers of a bus.</summary>
internal static class BeltUnitSettings
{
    private const int Most = 64;
    private const int LongestName = 64;
    private const int LastOfALine = 247;

    private static readonly Dictionary<string, bool> s_maps = new(StringComparer.Ordinal) { ["default"] = true, ["none"] = false };

    /// <summary>What an order needs to see: whether the belt moves, and whether it may.</summary>
    private static readonly string[] s_forOrders = [BeltPointNames.BeltForward, BeltPointNames.EmergencyStop, BeltPointNames.InterlockClosed];

    private static readonly string[] s_withTheSequence = [BeltPointNames.Decision, BeltPointNames.Barcode, BeltPointNames.OperatorDecision];

    /// <param name="device">The device's entry.</param>
    /// <param name="pace">Of the default list.</param>
    /// <param name="isLine">Whether the bus is a line, which has fewer addresses.</param>
    public static IReadOnlyList<BeltUnitOptions> Read(SettingsReader device, BeltPace pace, bool isLine)
    {
        var items = device.RequiredItems("units", XrayModbusWords.WriteAUnit);
        if (items.Count > Most)
        {
            device.Wrong("units", "too-many", XrayModbusWords.TooManyUnits, XrayModbusWords.AtMost(Most));
            return [];
        }

        var units = new List<BeltUnitOptions>();
        foreach (var item in items)
        {
            var unit = ReadOne(item, pace, isLine);
            Refuse(item, units.Exists(other => other.Name == unit.Name), "name", "duplicate", XrayModbusWords.NameTwice, XrayModbusWords.AnotherName);
            Refuse(item, units.Exists(other => other.Address == unit.Address), "unit", "duplicate", XrayModbusWords.AddressTwice, XrayModbusWords.AnotherAddress);
            units.Add(unit);
            item.Finish();
        }

        return units;
    }

    private static BeltUnitOptions ReadOne(SettingsReader item, BeltPace pace, bool isLine)
    {
        string name = item.Text("name") ?? "belt";
        Refuse(item, !IsName(name), "name", "not-a-name", XrayModbusWords.NotAName, XrayModbusWords.WriteAName);
        int address = item.Whole("unit", 1, isLine ? 1 : 0, isLine ? LastOfALine : byte.MaxValue);
        bool usual = item.Choice("map", true, s_maps);
        var own = ModbusPointsReader.Read(item);
        Refuse(item, !usual && own.Count == 0, "points", "missing", XrayModbusWords.NoPoints, XrayModbusWords.WritePoints);
        var points = Together(BeltMap.With(usual ? BeltMap.Default(pace) : [], own));
        return new BeltUnitOptions(name, (byte)address, points, Command(item, points));
    }

    /// <summary>What is told of one parcel is read in one round.</summary>
    private static IReadOnlyList<ModbusPoint> Together(IReadOnlyList<ModbusPoint> points) =>
        points.FirstOrDefault(point => point.Name == BeltPointNames.Sequence) is not { } sequence ? points
        : [.. points.Select(point => s_withTheSequence.Contains(point.Name) ? point with { Interval = sequence.Interval } : point)];

    private static ModbusPoint? Command(SettingsReader item, IReadOnlyList<ModbusPoint> points)
    {
        if (!item.Flag("beltCommand", false))
        {
            return null;
        }

        string? missing = s_forOrders.FirstOrDefault(name => points.All(point => point.Name != name));
        Refuse(item, missing is not null, "beltCommand", "contradiction", XrayModbusWords.CannotSee(missing ?? string.Empty), XrayModbusWords.AddThePoint);
        var own = points.FirstOrDefault(point => point.Name == BeltPointNames.BeltCommand);
        Refuse(item, own is { Write: false }, "beltCommand", "contradiction", XrayModbusWords.NotWritable, XrayModbusWords.MakeItWritable);
        return own ?? BeltMap.BeltCommand;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    private static void Refuse(SettingsReader item, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            item.Wrong(name, code, problem, right);
        }
    }
}
