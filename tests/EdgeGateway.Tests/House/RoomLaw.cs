using System.Text.RegularExpressions;

namespace EdgeGateway.Tests.House;

/// <summary>Which room of <c>src/EdgeGateway</c> may know which (docs/decisions/0001-rooms.md).</summary>
internal static partial class RoomLaw
{
    private const string Everything = "*";

    private static readonly string[] s_forAll = ["Telemetry", "Configuration"];

    private static readonly Dictionary<string, string[]> s_mayKnow = new()
    {
        ["Composition"] = [Everything],
        ["CommandLine"] = [Everything],
        ["Uplink"] = ["Store", "Commands"],
        ["Commands"] = ["Devices", "Pipeline"],
        ["Linkage"] = ["Commands"],
        ["Devices"] = ["Pipeline"],
        ["Doctor"] = [],
        ["Pipeline"] = ["Store"],
        ["Store"] = [],
        ["Configuration"] = [],
        ["Telemetry"] = [],
    };

    /// <returns>Each use of one room by another, once a file.</returns>
    public static IReadOnlyList<(string From, string To, string Path)> Uses(IReadOnlyList<SourceFile> files)
    {
        var rooms = files.Select(file => file.Room).OfType<string>().ToHashSet();
        var typesOfRoom = rooms.ToDictionary(room => room, room => files.Where(file => file.Room == room).SelectMany(TypeNames).ToHashSet());
        return
        [
            .. from file in files
               where file.Room is not null
               from Match use in Qualified().Matches(file.Code)
               let to = use.Groups["room"].Value
               where to != file.Room && rooms.Contains(to)
               where use.Groups["root"].Success || typesOfRoom[to].Contains(use.Groups["type"].Value)
               select (file.Room!, to, file.Path),
        ];
    }

    /// <returns>Uses that no arrow allows, and rooms that no line above names.</returns>
    public static IEnumerable<string> Violations(IReadOnlyList<SourceFile> files) =>
        files.Select(file => file.Room).OfType<string>().Distinct().Where(room => !s_mayKnow.ContainsKey(room)).Select(room => $"{room} is not a known room")
            .Concat(Uses(files).Where(use => !MayKnow(use.From, use.To)).Select(use => $"{use.Path}: {use.From} must not know {use.To}").Distinct());

    /// <returns>A room that, by what is really used, can be reached from itself.</returns>
    public static IEnumerable<string> Cycles(IReadOnlyList<SourceFile> files)
    {
        var next = Uses(files).ToLookup(use => use.From, use => use.To);
        return next.Select(room => room.Key).Where(room => Reaches(next, room, room, [])).Select(room => $"{room} leads back to itself");
    }

    private static bool Reaches(ILookup<string, string> next, string from, string to, HashSet<string> seen) =>
        next[from].Any(step => step == to || (seen.Add(step) && Reaches(next, step, to, seen)));

    private static bool MayKnow(string from, string to) =>
        s_mayKnow.GetValueOrDefault(from) is { } may && (may.Contains(Everything) || may.Contains(to) || s_forAll.Contains(to));

    private static IEnumerable<string> TypeNames(SourceFile file) => TypeName().Matches(file.Code).Select(match => match.Groups["name"].Value);

    [GeneratedRegex("(?<![\\w.])(?<root>(global::)?EdgeGateway\\.)?(?<room>[A-Z]\\w*)(\\.\\w+)*?(\\.(?<type>[A-Z]\\w*)|;)")]
    private static partial Regex Qualified();

    [GeneratedRegex("\\b(class|struct|interface|enum|record|delegate\\s+[\\w<>?]+)\\s+(?<name>[A-Z]\\w*)")]
    private static partial Regex TypeName();
}
