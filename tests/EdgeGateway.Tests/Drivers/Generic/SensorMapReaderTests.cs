using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeGateway.Tests.EdgeGateway.Configuration;
using EdgeGateway.Tests.House;

namespace EdgeGateway.Tests.Drivers.Generic;

public sealed partial class SensorMapReaderTests
{
    /// <summary>Everything that a map may say, so that the reader asks for it.</summary>
    private const string Everything = """
        {
          "mostNames": 10,
          "rules": [
            {
              "topic": "a/{b}/#",
              "when": [ { "path": "x", "exists": true }, { "path": "y", "in": [ "a", 1, true ] }, { "path": "{b}", "equals": "c" } ],
              "each": "list",
              "kind": "sensor.alarm",
              "lane": "event",
              "type": "door",
              "name": { "path": "id", "texts": { "1": "one" } },
              "values": [
                { "name": "t", "path": "t", "from": "F", "unit": "C", "min": -50, "max": 60, "lenient": true },
                { "name": "raw", "path": "raw", "scale": 0.1, "offset": 4 },
                { "name": "word", "path": "w", "as": "text", "texts": [ "a" ] },
                { "name": "free", "path": "w", "as": "text", "free": true },
                { "name": "flag", "path": "f", "as": "flag", "yes": [ 1 ], "no": [ 0 ] }
              ],
              "time": { "path": "$.at", "format": "unix-ms", "zone": "-03:30" },
              "nativeId": [ "$.n" ],
              "alarm": "open",
              "active": { "path": "open", "lenient": true },
              "severity": { "path": "s", "texts": { "1": "minor" } },
              "position": { "lat": "lat", "lon": "lon" }
            }
          ]
        }
        """;

    private const string Good = """ "kind": "sensor.reading", "type": "t" """;

    [Theory]
    [InlineData("crowd-counter")]
    [InlineData("weather")]
    [InlineData("radiation-portal")]
    public void Read_Example_HasNoMistake(string name)
    {
        var map = MapSite.Read(MapSite.Example(name), out var findings);

        Assert.Empty(findings);
        Assert.NotEmpty(map.Rules);
    }

    [Fact]
    public void Read_Everything_HasNoMistake()
    {
        MapSite.Read(Everything, out var findings);

        Assert.Empty(findings);
    }

    /// <summary>Every mistake is one finding that says where, and what would be right.</summary>
    [Theory]
    [InlineData("""{ }""", "rules", "missing", "sensor.reading")]
    [InlineData("""{ "rules": [] }""", "rules", "missing", "sensor.reading")]
    [InlineData("""{ "rules": {} }""", "rules", "not-a-list", "[")]
    [InlineData("""{ "rules": [ { "kind": "sensor.readings", "type": "t" } ] }""", "rules[0].kind", "unknown-choice", "\"sensor.reading\"")]
    [InlineData("""{ "rules": [ { "type": "t" } ] }""", "rules[0].kind", "missing", "ignore")]
    [InlineData("""{ "rules": [ { @, "values": [] } ] }""", "rules[0].values", "nothing-made", "values")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "pathh": "b", "path": "b" } ] } ] }""", "rules[0].values[0].pathh", "unknown-key", "\"path\"")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b..c" } ] } ] }""", "rules[0].values[0].path", "not-a-path", "data.count")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "'b" } ] } ] }""", "rules[0].values[0].path", "not-a-path", "data.count")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "{gate}" } ] } ] }""", "rules[0].values[0].path", "no-such-part", "{station}")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "1a", "path": "b" } ] } ] }""", "rules[0].values[0].name", "not-a-name", "letter")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b" }, { "name": "a", "path": "c" } ] } ] }""", "rules[0].values[1].name", "twice", "name")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "from": "f", "unit": "C" } ] } ] }""", "rules[0].values[0].from", "unknown-unit", "known here")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "from": "uSv/hr", "unit": "uSv/h" } ] } ] }""", "rules[0].values[0].from", "unknown-unit", "\"uSv/h\"")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "from": "mph", "unit": "C" } ] } ] }""", "rules[0].values[0].from", "other-quantity", "K, C, F")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "from": "mph" } ] } ] }""", "rules[0].values[0].from", "unit-missing", "uSv/h")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "from": "F", "unit": "C", "offset": 1 } ] } ] }""", "rules[0].values[0].from", "either-or", "remove")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "min": 2, "max": 1 } ] } ] }""", "rules[0].values[0].min", "empty-range", "max")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "as": "text" } ] } ] }""", "rules[0].values[0]", "texts-missing", "texts")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "as": "text", "free": true, "texts": [ "x" ] } ] } ] }""", "rules[0].values[0].free", "either-or", "remove")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "as": "text", "texts": { "x": 1 } } ] } ] }""", "rules[0].values[0].texts", "not-texts", "64")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "as": "flag", "unit": "C" } ] } ] }""", "rules[0].values[0].unit", "not-here", "remove")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "as": "flag", "yes": [ 1 ] } ] } ] }""", "rules[0].values[0].no", "missing", "yes")]
    [InlineData("""{ "rules": [ { @, "values": [ { "name": "a", "path": "b", "as": "flag", "yes": [ 1 ], "no": [ 1 ] } ] } ] }""", "rules[0].values[0].no", "both", "yes")]
    [InlineData("""{ "rules": [ { @, "alarm": "x", "values": [ { "name": "a", "path": "b" } ] } ] }""", "rules[0].alarm", "not-here", "remove")]
    [InlineData("""{ "rules": [ { "kind": "sensor.alarm", "type": "t" } ] }""", "rules[0].alarm", "missing", "radiation-high")]
    [InlineData("""{ "rules": [ { "kind": "sensor.alarm", "type": "t", "alarm": "a", "severity": "hi" } ] }""", "rules[0].severity", "unknown-choice", "critical")]
    [InlineData("""{ "rules": [ { "kind": "sensor.alarm", "type": "t", "alarm": "a", "severity": { "path": "s", "texts": { "1": "bad" } } } ] }""", "rules[0].severity.texts", "not-severities", "critical")]
    [InlineData("""{ "rules": [ { "kind": "sensor.event", "type": "t", "time": { "path": "t", "format": "yyyy-MM-dd" } } ] }""", "rules[0].time.format", "not-a-pattern", "unix-ms")]
    [InlineData("""{ "rules": [ { "kind": "sensor.event", "type": "t", "time": { "path": "t", "zone": "8" } } ] }""", "rules[0].time.zone", "not-a-zone", "+08:00")]
    [InlineData("""{ "rules": [ { "kind": "sensor.event", "type": "t", "topic": "a/#/b" } ] }""", "rules[0].topic", "not-a-topic", "{name}")]
    [InlineData("""{ "rules": [ { "kind": "sensor.event", "type": "t", "topic": "a/{b}/{b}" } ] }""", "rules[0].topic", "not-a-topic", "once")]
    [InlineData("""{ "rules": [ { "kind": "sensor.event", "type": "t", "when": [ { "path": "a" } ] } ] }""", "rules[0].when[0]", "not-one-condition", "equals")]
    [InlineData("""{ "rules": [ { "kind": "sensor.event", "type": "t", "when": [ { "path": "a", "equals": [] } ] } ] }""", "rules[0].when[0].equals", "not-a-literal", "number")]
    [InlineData("""{ "rules": [ { "kind": "ignore", "type": "t" } ] }""", "rules[0].type", "not-here", "remove")]
    [InlineData("""{ "rules": [ { "kind": "sensor.event", "type": "t", "name": { "path": "a", "free": true, "texts": [ "a" ] } } ] }""", "rules[0].name.free", "either-or", "remove")]
    [InlineData("""{ "rules": [ { "kind": "sensor.event", "type": "t" } ], "mostNames": 5000 }""", "mostNames", "out-of-range", "1024")]
    public void Read_OneMistake_IsOneFinding(string json, string path, string code, string right)
    {
        MapSite.Read(json.Replace("@", Good, StringComparison.Ordinal), out var findings);

        var finding = Assert.Single(findings);
        Assert.Equal((path, code), (finding.Path, finding.Code));
        Assert.Contains(right, finding.Right.En, StringComparison.Ordinal);
        Assert.NotEqual(finding.Right.En, finding.Right.Zh);
        Assert.NotEqual(finding.Problem.En, finding.Problem.Zh);
    }

    [Fact]
    public void Read_ManyMistakes_NamesAllAtOnce()
    {
        MapSite.Read(
            """{ "ruels": 1, "rules": [ { "kind": "sensor.reading", "typ": "x", "values": [ { "name": "a", "path": "" }, { "path": "b", "as": "numbre" } ] }, { "kind": "ignored" } ] }""",
            out var findings);

        Assert.Equal(
            ["ruels", "rules[0].typ", "rules[0].type", "rules[0].values[0].path", "rules[0].values[1].as", "rules[0].values[1].name", "rules[1].kind", "rules[1].type"],
            findings.Select(finding => finding.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_MoreRulesThanAllowed_IsSaidAndTheFirstAreRead()
    {
        string rules = string.Join(',', Enumerable.Repeat("""{ "kind": "ignore" }""", 33));
        var map = MapSite.Read($$"""{ "rules": [ {{rules}} ] }""", out var findings);

        Assert.Equal(("rules", "too-many"), (Assert.Single(findings).Path, findings[0].Code));
        Assert.Equal(32, map.Rules.Count);
    }

    [Fact]
    public void Schema_Names_AreThoseTheReaderAsksFor()
    {
        MapSite.Read(Everything, out _, out var asked);
        var wanted = new SortedSet<string>(asked.Select(path => Index().Replace(path, "[]")), StringComparer.Ordinal);
        var written = new SchemaNames(JsonDocument.Parse(Repository.Read("docs/generic-map.schema.json")).RootElement).All();

        Assert.Empty(written.Except(wanted));
        Assert.Empty(wanted.Except(written));
    }

    [GeneratedRegex("\\[[0-9]+\\]")]
    private static partial Regex Index();
}
