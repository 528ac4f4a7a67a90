using System.Globalization;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Tests.Drivers.Generic;

public sealed class MapEvaluationTests
{
    [Theory]
    [InlineData(""" "path": "n" """, """{ "n": 12 }""", 12)]
    [InlineData(""" "path": "n" """, """{ "N": 12 }""", 12)]
    [InlineData(""" "path": "n" """, """{ "N": 1, "n": 2 }""", 2)]
    [InlineData(""" "path": "a.b[1].c" """, """{ "a": { "b": [ { "c": 1 }, { "c": 2 } ] } }""", 2)]
    [InlineData(""" "path": "'a.b'.'c d'" """, """{ "a.b": { "c d": 3 } }""", 3)]
    [InlineData(""" "path": "'it''s'" """, """{ "it's": 4 }""", 4)]
    [InlineData(""" "path": "$.x" """, """{ "x": 5 }""", 5)]
    [InlineData(""" "path": "." """, "6.5", 6.5)]
    [InlineData(""" "path": "n", "scale": 0.1, "offset": 4 """, """{ "n": 3 }""", 4.3)]
    [InlineData(""" "path": "n", "from": "F", "unit": "C" """, """{ "n": 68 }""", 20)]
    [InlineData(""" "path": "n", "from": "C", "unit": "F" """, """{ "n": -40 }""", -40)]
    [InlineData(""" "path": "n", "from": "C", "unit": "K" """, """{ "n": 20.5 }""", 293.65)]
    [InlineData(""" "path": "n", "from": "km/h", "unit": "m/s" """, """{ "n": 36 }""", 10)]
    [InlineData(""" "path": "n", "from": "kn", "unit": "km/h" """, """{ "n": 10 }""", 18.52)]
    [InlineData(""" "path": "n", "from": "bar", "unit": "hPa" """, """{ "n": 1.01325 }""", 1013.25)]
    [InlineData(""" "path": "n", "from": "1", "unit": "%" """, """{ "n": 0.55 }""", 55)]
    [InlineData(""" "path": "n", "from": "nSv/h", "unit": "uSv/h" """, """{ "n": 210 }""", 0.21)]
    [InlineData(""" "path": "n", "from": "cpm", "unit": "cps" """, """{ "n": 90 }""", 1.5)]
    [InlineData(""" "path": "n", "from": "in", "unit": "mm" """, """{ "n": 2 }""", 50.8)]
    [InlineData(""" "path": "n", "lenient": true """, """{ "n": " 12.5 " }""", 12.5)]
    [InlineData(""" "path": "n", "min": 12, "max": 12 """, """{ "n": 12 }""", 12)]
    [InlineData(""" "path": "n" """, """{ "n": [ 7, 8 ] }""", 7)]
    public void Number_IsReadAndConverted(string value, string message, double wanted)
    {
        var entry = Assert.Single(Apply(value, message).Entries);

        Assert.Equal(wanted, Assert.Single(entry.Values).Number!.Value, 9);
    }

    [Theory]
    [InlineData(""" "path": "n" """, """{ "m": 1 }""", "value-missing")]
    [InlineData(""" "path": "n" """, """{ "n": null }""", "value-missing")]
    [InlineData(""" "path": "n" """, """{ "n": [] }""", "value-missing")]
    [InlineData(""" "path": "n" """, """{ "n": "12" }""", "value-of-other-sort")]
    [InlineData(""" "path": "n" """, """{ "n": true }""", "value-of-other-sort")]
    [InlineData(""" "path": "n" """, """{ "n": {} }""", "value-of-other-sort")]
    [InlineData(""" "path": "n" """, """{ "n": 1e999 }""", "value-of-other-sort")]
    [InlineData(""" "path": "n", "lenient": true """, """{ "n": "NaN" }""", "value-of-other-sort")]
    [InlineData(""" "path": "n", "lenient": true """, """{ "n": "Infinity" }""", "value-of-other-sort")]
    [InlineData(""" "path": "n", "lenient": true """, """{ "n": "12,5" }""", "value-of-other-sort")]
    [InlineData(""" "path": "n", "lenient": true """, """{ "n": true }""", "value-of-other-sort")]
    [InlineData(""" "path": "n", "scale": 1e15 """, """{ "n": 1e300 }""", "value-out-of-range")]
    [InlineData(""" "path": "n", "min": 12 """, """{ "n": 11.999 }""", "value-out-of-range")]
    [InlineData(""" "path": "n", "from": "F", "unit": "C", "max": 60 """, """{ "n": 141 }""", "value-out-of-range")]
    [InlineData(""" "path": "n", "as": "flag" """, """{ "n": 1 }""", "value-of-other-sort")]
    [InlineData(""" "path": "n", "as": "flag", "yes": [ "on" ], "no": [ "off" ] """, """{ "n": true }""", "value-of-other-sort")]
    [InlineData(""" "path": "n", "as": "text", "texts": [ "open" ] """, """{ "n": "Open" }""", "text-refused")]
    [InlineData(""" "path": "n", "as": "text", "free": true """, """{ "n": { "a": 1 } }""", "text-refused")]
    public void Value_ThatCannotBe_IsLeftOutAndCounted(string value, string message, string reason)
    {
        var outcome = Apply(value, message);

        Assert.True(outcome.IsMatched);
        Assert.Empty(outcome.Entries);
        Assert.Equal([reason, "no-values"], outcome.LeftOut);
    }

    [Theory]
    [InlineData(""" "as": "flag" """, "false", false)]
    [InlineData(""" "as": "flag", "lenient": true """, "\"TRUE\"", true)]
    [InlineData(""" "as": "flag", "lenient": true """, "0", false)]
    [InlineData(""" "as": "flag", "yes": [ "open", 1 ], "no": [ "shut", 0 ] """, "1", true)]
    [InlineData(""" "as": "flag", "yes": [ "open", 1 ], "no": [ "shut", 0 ] """, "\"shut\"", false)]
    public void Flag_IsRead(string value, string said, bool wanted) =>
        Assert.Equal(wanted, Assert.Single(Assert.Single(Apply($""" "path": "n", {value} """, $$"""{ "n": {{said}} }""").Entries).Values).Flag);

    [Theory]
    [InlineData(""" "texts": { "1": "open", "2": "shut" } """, "1", "open")]
    [InlineData(""" "texts": [ "open" ] """, "\"open\"", "open")]
    [InlineData(""" "free": true """, "\"lane 3 closed\"", "lane 3 closed")]
    [InlineData(""" "free": true """, "\"card 11010519491231002X seen\"", "card *** seen")]
    public void Text_PassesAsTheMapSays(string value, string said, string wanted) =>
        Assert.Equal(wanted, Assert.Single(Assert.Single(Apply($""" "path": "n", "as": "text", {value} """, $$"""{ "n": {{said}} }""").Entries).Values).Text);

    [Theory]
    [InlineData("\"gate-7.A\"", "gate-7.A", null)]
    [InlineData("17", "17", null)]
    [InlineData("12345", "12345", null)]
    [InlineData("123456", null, "name-refused")]
    [InlineData("\"13800138000\"", null, "name-refused")]
    [InlineData("\"110105194912310021\"", null, "name-refused")]
    [InlineData("\"张三\"", null, "name-refused")]
    [InlineData("\"north gate\"", null, "name-refused")]
    [InlineData("\"\"", null, "name-missing")]
    public void Name_OnlyAPlainIdentifierPasses(string said, string? wanted, string? reason)
    {
        var outcome = MapSite.Apply(MapSite.Rule(""" "kind": "sensor.event", "type": "t", "name": { "path": "id" } """), $$"""{ "id": {{said}} }""");

        Assert.Equal(wanted, outcome.Entries.SingleOrDefault()?.Name);
        Assert.Equal(reason is null ? [] : [reason], outcome.LeftOut);
    }

    [Theory]
    [InlineData(""" { "path": "t", "equals": "a" } """, """{ "t": "a" }""", true)]
    [InlineData(""" { "path": "t", "equals": "a" } """, """{ "t": "A" }""", false)]
    [InlineData(""" { "path": "t", "equals": 1 } """, """{ "t": 1.0 }""", true)]
    [InlineData(""" { "path": "t", "equals": true } """, """{ "t": true }""", true)]
    [InlineData(""" { "path": "t", "in": [ "a", 2 ] } """, """{ "t": 2 }""", true)]
    [InlineData(""" { "path": "t", "in": [ "a", 2 ] } """, """{ "t": 3 }""", false)]
    [InlineData(""" { "path": "t", "exists": true } """, """{ "t": {} }""", true)]
    [InlineData(""" { "path": "t", "exists": true } """, """{ "t": null }""", false)]
    [InlineData(""" { "path": "t", "exists": false } """, """{ "u": 1 }""", true)]
    public void When_DecidesWhetherARuleTakesIt(string condition, string message, bool wanted) =>
        Assert.Equal(wanted, MapSite.Apply(MapSite.Rule($""" "kind": "sensor.event", "type": "t", "when": [ {condition} ] """), message).IsMatched);

    [Theory]
    [InlineData("weather/{station}/now", "weather/roof/now", "roof")]
    [InlineData("weather/{station}/now", "weather/roof/then", null)]
    [InlineData("weather/{station}/now", "weather/roof/now/x", null)]
    [InlineData("+/{station}/#", "weather/roof", "roof")]
    [InlineData("+/{station}/#", "weather/roof/a/b", "roof")]
    [InlineData("+/{station}/#", "weather", null)]
    public void Topic_IsMatchedAndItsPartIsAPath(string pattern, string topic, string? wanted)
    {
        var map = MapSite.Rule($$""" "kind": "sensor.event", "type": "t", "topic": "{{pattern}}", "name": { "path": "{station}" } """);

        Assert.Equal(wanted, MapSite.Apply(map, "{}", topic).Entries.SingleOrDefault()?.Name);
    }

    [Theory]
    [InlineData("iso", "\"2026-11-22T03:31:00Z\"", "2026-11-22T03:31:00Z")]
    [InlineData("iso", "\"2026-11-22T11:31:00.250+08:00\"", "2026-11-22T03:31:00.250Z")]
    [InlineData("iso", "\"2026-11-22 11:31\"", "2026-11-22T03:31:00Z")]
    [InlineData("iso", "\"20261122T113100\"", "2026-11-22T03:31:00Z")]
    [InlineData("iso", "\"2026-11-22T00:31:00-03:00\"", "2026-11-22T03:31:00Z")]
    [InlineData("unix", "1795318260", "2026-11-22T03:31:00Z")]
    [InlineData("unix", "\"1795318260.5\"", "2026-11-22T03:31:00.500Z")]
    [InlineData("unix-ms", "1795318260250", "2026-11-22T03:31:00.250Z")]
    [InlineData("dd.MM.yyyy HH:mm:ss", "\"22.11.2026 11:31:00\"", "2026-11-22T03:31:00Z")]
    [InlineData("yyyy年MM月dd日 HH时mm分", "\"2026年11月22日 11时31分\"", "2026-11-22T03:31:00Z")]
    [InlineData("yyyy/MM/dd HH:mm:ss zzz", "\"2026/11/22 05:31:00 +02:00\"", "2026-11-22T03:31:00Z")]
    public void Time_IsReadInItsForm(string format, string said, string wanted)
    {
        var entry = Assert.Single(Timed(format, said).Entries);

        Assert.Equal(DateTimeOffset.Parse(wanted, CultureInfo.InvariantCulture), entry.Time);
    }

    [Theory]
    [InlineData("\"22/11/2026\"", "time-unreadable")]
    [InlineData("\"0001-01-01T00:00:00\"", "time-unreadable")]
    [InlineData("{}", "time-unreadable")]
    [InlineData("null", "time-missing")]
    [InlineData("\"2030-01-01T00:00:00Z\"", "clock-off")]
    [InlineData("\"1970-01-01T00:10:00Z\"", "clock-off")]
    public void Time_ThatCannotBe_IsCountedAndTheReadingStays(string said, string reason)
    {
        var outcome = Timed("iso", said);

        Assert.Null(Assert.Single(outcome.Entries).Time);
        Assert.Equal([reason], outcome.LeftOut);
        Assert.Equal(reason == "clock-off", outcome.Entries[0].WrongTime is not null);
    }

    [Fact]
    public void Each_MakesAnEntryOfEveryItemWithAnIdentifierOfItsOwn()
    {
        var map = MapSite.Map(MapSite.Example("crowd-counter"));
        const string Message = """{ "sn": "PC-4", "ts": 1795318260, "seq": 981, "doors": [ { "id": "north", "in": 12, "out": 9 }, { "id": "south", "in": 3, "out": 4 } ] }""";

        var entries = MapSite.Apply(map, Message).Entries;

        Assert.Equal(["north", "south"], entries.Select(entry => entry.Name));
        Assert.Equal([new SensorValue("in", 3, Unit: "1"), new SensorValue("out", 4, Unit: "1")], entries[1].Values);
        Assert.Equal(2, entries.Select(entry => entry.Identity).Distinct().Count());
        Assert.Equal(entries.Select(entry => entry.Identity), MapSite.Apply(map, Message).Entries.Select(entry => entry.Identity));
        Assert.DoesNotContain(entries[0].Identity!, MapSite.Apply(map, Message.Replace("981", "982", StringComparison.Ordinal)).Entries.Select(entry => entry.Identity!));
    }

    [Fact]
    public void Each_EmptyList_IsUnderstood()
    {
        var outcome = MapSite.Apply(MapSite.Map(MapSite.Example("crowd-counter")), """{ "doors": [] }""");

        Assert.True(outcome.IsMatched);
        Assert.Empty(outcome.Entries);
    }

    [Fact]
    public void Each_MoreThanAnybodyMakes_IsSaid()
    {
        string items = string.Join(',', Enumerable.Repeat("1", MapOutcome.MostEntries + 1));
        var outcome = MapSite.Apply(MapSite.Rule(""" "kind": "sensor.reading", "type": "t", "each": "a[]", "values": [ { "name": "n", "path": "." } ] """), $$"""{ "a": [ {{items}} ] }""");

        Assert.Equal(1, outcome.Beyond);
        Assert.Equal(MapOutcome.MostEntries, outcome.Entries.Count);
    }

    [Fact]
    public void Each_MoreThanAnybodyMakesOfWhichNothingIsLeft_IsBoundedToo()
    {
        string items = string.Join(',', Enumerable.Repeat("null", 8_000));
        var outcome = MapSite.Apply(MapSite.Rule(""" "kind": "sensor.reading", "type": "t", "each": "a", "values": [ { "name": "n", "path": "." } ] """), $$"""{ "a": [ {{items}} ] }""");

        Assert.Equal(8_000 - MapOutcome.MostEntries, outcome.Beyond);
        Assert.Equal(2 * MapOutcome.MostEntries, outcome.LeftOut.Count);
    }

    [Theory]
    [InlineData(""" "$.n" """, 3)]
    [InlineData(""" "$.n", "s" """, 2)]
    [InlineData(""" "s" """, 2)]
    public void NativeId_OfEntries_TellsThemApartByPlaceOrByThemselvesAndTheirNames(string paths, int wanted)
    {
        var map = MapSite.Rule($$""" "kind": "sensor.event", "type": "t", "each": "a", "name": { "path": "d" }, "nativeId": [ {{paths}} ] """);

        var entries = MapSite.Apply(map, """{ "n": 1, "a": [ { "d": "x", "s": 5 }, { "d": "y", "s": 5 }, { "d": "x", "s": 5 } ] }""").Entries;

        Assert.Equal(wanted, entries.Select(entry => entry.Identity).Distinct().Count());
    }

    [Fact]
    public void NativeId_RuleIsInsertedAbove_StaysTheSame()
    {
        const string Rule = """{ "kind": "sensor.event", "type": "door", "nativeId": [ "n" ] }""";
        const string Other = """{ "kind": "sensor.reading", "type": "door", "values": [ { "name": "n", "path": "n" } ], "nativeId": [ "n" ] }""";

        string?[] before = [.. Identities(Rule)];
        string?[] after = [.. Identities(Other, Rule)];

        Assert.Equal(before[0], after[1]);
        Assert.NotEqual(after[0], after[1]);

        static IEnumerable<string?> Identities(params string[] rules) => MapSite.Apply(MapSite.Map($$"""{ "rules": [ {{string.Join(',', rules)}} ] }"""), """{ "n": 7 }""").Entries.Select(entry => entry.Identity);
    }

    [Fact]
    public void NativeId_RulesThatAreAlike_AreStillTwo()
    {
        const string Rule = """{ "kind": "sensor.event", "type": "door", "nativeId": [ "n" ] }""";

        var entries = MapSite.Apply(MapSite.Map($$"""{ "rules": [ {{Rule}}, {{Rule}} ] }"""), """{ "n": 7 }""").Entries;

        Assert.Equal(2, entries.Select(entry => entry.Identity).Distinct().Count());
    }

    [Fact]
    public void NativeId_OtherName_IsAnother()
    {
        var map = MapSite.Rule(""" "kind": "sensor.event", "type": "t", "topic": "doors/{door}", "name": { "path": "{door}" }, "nativeId": [ "n" ] """);

        Assert.NotEqual(MapSite.Apply(map, """{ "n": 1 }""", "doors/a").Entries[0].Identity, MapSite.Apply(map, """{ "n": 1 }""", "doors/b").Entries[0].Identity);
    }

    [Fact]
    public void Path_OverTheWholeMessage_IsNotCutShort()
    {
        string tags = string.Concat(Enumerable.Repeat("{},", 300));
        var outcome = Apply(""" "path": "$.tags[].x" """, $$"""{ "tags": [ {{tags}} { "x": 7 } ] }""");

        Assert.Equal(7, Assert.Single(Assert.Single(outcome.Entries).Values).Number);
    }

    [Fact]
    public void NativeId_PartMissing_IsCountedAndThereIsNone()
    {
        var outcome = MapSite.Apply(MapSite.Rule(""" "kind": "sensor.event", "type": "t", "nativeId": [ "a", "b" ] """), """{ "a": 1 }""");

        Assert.Null(Assert.Single(outcome.Entries).Identity);
        Assert.Equal(["native-id-missing"], outcome.LeftOut);
    }

    [Fact]
    public void NativeId_PartsThatOnlyTogetherAreTheSame_AreNot()
    {
        var map = MapSite.Rule(""" "kind": "sensor.event", "type": "t", "nativeId": [ "a", "b" ] """);

        Assert.NotEqual(MapSite.Apply(map, """{ "a": "1\n1:2", "b": "3" }""").Entries[0].Identity, MapSite.Apply(map, """{ "a": "1", "b": "2\n1:3" }""").Entries[0].Identity);
    }

    [Theory]
    [InlineData("""{ "hello": 1 }""", true)]
    [InlineData("""{ "other": 1 }""", false)]
    [InlineData("3", false)]
    public void Ignored_IsMatchedAndMakesNothing(string message, bool matched)
    {
        var outcome = MapSite.Apply(MapSite.Map(MapSite.Example("crowd-counter")), message);

        Assert.Equal((matched, 0), (outcome.IsMatched, outcome.Entries.Count));
    }

    [Theory]
    [InlineData("23.1", "113.2", true, 0)]
    [InlineData("91", "0", false, 1)]
    [InlineData("0", "0", false, 1)]
    [InlineData("1e400", "1", false, 1)]
    [InlineData("null", "null", false, 0)]
    public void Position_IsOnEarth(string lat, string lon, bool wanted, int counted)
    {
        var outcome = MapSite.Apply(MapSite.Rule(""" "kind": "sensor.event", "type": "t", "position": { "lat": "a", "lon": "b" } """), $$"""{ "a": {{lat}}, "b": {{lon}} }""");

        Assert.Equal((wanted, counted), (outcome.Entries[0].Position is not null, outcome.LeftOut.Count));
    }

    private static MapOutcome Apply(string value, string message) =>
        MapSite.Apply(MapSite.Rule($$""" "kind": "sensor.reading", "type": "t", "values": [ { "name": "v", {{value}} } ] """), message);

    private static MapOutcome Timed(string format, string said) =>
        MapSite.Apply(MapSite.Rule($$""" "kind": "sensor.event", "type": "t", "time": { "path": "at", "format": "{{format}}" } """), $$"""{ "at": {{said}} }""");
}
