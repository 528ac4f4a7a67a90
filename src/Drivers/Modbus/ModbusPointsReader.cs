using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>Reads a list of points from a device's entry, the same names for every driver (xray.md section 3.2).</summary>
public static class ModbusPointsReader
{
    /// <summary>Points of one unit.</summary>
    public const int Most = 4096;

    /// <summary>Asks for <paramref name="name"/>, a list of objects; every mistake becomes a finding.</summary>
    /// <param name="holder">The object that the list stands in.</param>
    /// <param name="name">Of the list.</param>
    /// <returns>The points, none when the list is missing; not to be used when there are findings.</returns>
    public static IReadOnlyList<ModbusPoint> Read(SettingsReader holder, string name = "points")
    {
        var items = holder.Items(name);
        if (items.Count > Most)
        {
            holder.Wrong(name, "too-many", ModbusPointWords.TooMany(items.Count), ModbusPointWords.AtMost(Most));
            return [];
        }

        var points = items.Select(item => (Item: item, Point: ModbusPointSettings.Read(item))).ToArray();
        RefuseTwins(points);
        RefuseOverlaps(points);
        return [.. points.Select(pair => pair.Point)];
    }

    private static void RefuseTwins((SettingsReader Item, ModbusPoint Point)[] points)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (item, point) in points.Where(pair => pair.Point.Name.Length > 0 && !known.Add(pair.Point.Name)))
        {
            item.Wrong("name", "duplicate", ModbusPointWords.NameTwice(point.Name), ModbusPointWords.AnotherName);
        }
    }

    /// <summary>Several bits of one word are several points; everything else has its addresses for itself.</summary>
    private static void RefuseOverlaps((SettingsReader Item, ModbusPoint Point)[] points)
    {
        foreach (var area in points.Where(pair => pair.Item.Has("address") && pair.Item.Has("area")).GroupBy(pair => pair.Point.Area))
        {
            ModbusPoint? before = null;
            foreach (var (item, point) in area.OrderBy(pair => pair.Point.Address).ThenByDescending(pair => pair.Point.End).ThenBy(pair => pair.Point.Bit))
            {
                if (before is not null && point.Address < before.End && Clash(before, point))
                {
                    item.Wrong("address", "overlap", ModbusPointWords.Overlaps(before.Name), ModbusPointWords.AnotherAddress);
                }

                before = before is null || point.End >= before.End ? point : before;
            }
        }
    }

    private static bool Clash(ModbusPoint one, ModbusPoint other) => one.Size > 1 || other.Size > 1 || one.Bit == other.Bit;
}
