using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeGateway.Tests.House;

/// <summary>A log event has one number in the whole product, out of the range of its room.</summary>
internal static partial class EventIdLaw
{
    /// <summary>The longest folder that fits counts.</summary>
    private static readonly (string Folder, int First, int Last)[] s_ranges =
    [
        ("src/Drivers/Transport/", 1000, 1099),
        ("src/Drivers/", 1100, 1999),
        ("src/EdgeGateway/Devices/", 2000, 2099),
        ("src/EdgeGateway/Pipeline/", 2100, 2199),
        ("src/EdgeGateway/Pipeline/Airspace/", 2200, 2229),
        ("src/EdgeGateway/Store/", 3000, 3099),
        ("src/EdgeGateway/Uplink/", 4000, 4099),
        ("src/EdgeGateway/Configuration/", 5000, 5099),
        ("src/EdgeGateway/Composition/", 6000, 6099),
        ("src/EdgeGateway/Commands/", 7000, 7099),
    ];

    public static IReadOnlyList<(int Id, string Where)> Events(IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           from Match found in LoggerMessage().Matches(file.Code)
           select (found.Groups["id"].Success ? int.Parse(found.Groups["id"].ValueSpan, CultureInfo.InvariantCulture) : -1, $"{file.Path}:{file.LineAt(found.Index)}"),
    ];

    public static IEnumerable<string> Violations(IReadOnlyList<SourceFile> files)
    {
        var events = Events(files);
        var twice = events.Where(one => one.Id >= 0).GroupBy(one => one.Id).Where(group => group.Count() > 1)
            .Select(group => $"event {group.Key} stands at {string.Join(" and ", group.Select(one => one.Where))}");
        var outside = events.Where(one => !Fits(one.Id, one.Where)).Select(one => $"{one.Where}: event {one.Id} is outside the range of its room");
        return twice.Concat(outside);
    }

    private static bool Fits(int id, string where)
    {
        var (_, first, last) = s_ranges.Where(range => where.StartsWith(range.Folder, StringComparison.Ordinal))
            .OrderByDescending(range => range.Folder.Length)
            .FirstOrDefault((string.Empty, int.MaxValue, int.MinValue));
        return id >= first && id <= last;
    }

    [GeneratedRegex("\\[\\s*LoggerMessage(Attribute)?\\s*\\(\\s*((EventId\\s*=\\s*)?(?<id>\\d+)|[^\\]]*?EventId\\s*=\\s*(?<id>\\d+))?")]
    private static partial Regex LoggerMessage();
}
