using System.Diagnostics;
using System.Text;
using System.Text.Json;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Protocol.Paths;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic;

/// <summary>Broken and malicious maps and messages: nothing throws, no number that JSON cannot write, and the next good one is read.</summary>
public sealed class MapFuzzTests
{
    private const int UsualMessages = 20_000;
    private const int UsualMaps = 5_000;

    private static readonly string[] s_values =
        ["null", "true", "\"\"", "[]", "{}", "[[[[[]]]]]", "-1", "1e308", "1e999", "99999999999999999999", "\"NaN\"", "\"1e999\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "0.1", "[{}]", "\"2026-11-22T24:61:00\"", "\".\"", "\"{x}\"", "\"$\"", "\"'a''\"", "\"a[4095]\""];

    private static readonly string[] s_messages =
    [
        """{ "sn": "PC-4", "ts": 1795318260, "seq": 981, "doors": [ { "id": "north", "in": 12, "out": 9 }, { "id": "south", "in": 3, "out": 4 } ] }""",
        """{ "time": "2026-11-22 11:31:00", "out": { "temp_F": 68.0, "hum": "55", "wind_mph": 6.2 }, "baro": 29.92, "sky": "PC" }""",
        """{ "portal": "P1", "n": 77, "at": "2026-11-22T03:31:58Z", "dose": 0.21, "unit": "uSv/h", "cps": 180, "alarm": "GAMMA", "level": 2, "note": "vehicle lane 1" }""",
    ];

    [Fact]
    public void Evaluate_MutatedMessages_NeverThrowsAndTheNextGoodOneIsRead()
    {
        int count = FuzzSize.Of(UsualMessages);
        var random = new Random(20261122);
        var watch = Stopwatch.StartNew();
        SensorMap[] maps = [.. ((string[])["crowd-counter", "weather", "radiation-portal"]).Select(name => MapSite.Map(MapSite.Example(name)))];
        int entries = 0;
        int faults = 0;
        for (int i = 0; i < count; i++)
        {
            var body = MessageReader.Read(Mutated(s_messages[i % s_messages.Length], random));
            faults += body.Faults.Count;
            foreach (var outcome in body.Messages.Select(message => MapEvaluation.Of(maps[i % maps.Length], message, "weather/roof/now", MapSite.Received, TimeSpan.FromHours(8))))
            {
                Assert.All(outcome.Entries.SelectMany(entry => entry.Values), value => Assert.True(value.Number is null || double.IsFinite(value.Number.Value)));
                entries += outcome.Entries.Count;
            }
        }

        Assert.True(faults > count / 10 && entries > count / 10, $"{faults} faults, {entries} entries");
        Assert.Equal(2, MapSite.Apply(maps[0], s_messages[0]).Entries.Count);
        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Read_MutatedMaps_NeverThrowsAndWhatIsReadCanBeApplied()
    {
        int count = FuzzSize.Of(UsualMaps);
        var random = new Random(8);
        string[] good = [.. ((string[])["crowd-counter", "weather", "radiation-portal"]).Select(MapSite.Example)];
        var message = JsonBody.Read(Encoding.UTF8.GetBytes(s_messages[2]), out _)!;
        int read = 0;
        int found = 0;
        for (int i = 0; i < count; i++)
        {
            if (Parsed(Mutated(good[i % good.Length], random)) is { } document)
            {
                var report = new SettingsReport(new NoSecrets());
                var map = SensorMapReader.Read(new SettingsReader(document.RootElement, string.Empty, report));
                _ = MapEvaluation.Of(map, message, "weather/roof/now", MapSite.Received, TimeSpan.Zero);
                read++;
                found += report.Findings.Count > 0 ? 1 : 0;
                document.Dispose();
            }
        }

        Assert.True(read > count / 10 && found > read / 4, $"{read} read, {found} with findings");
    }

    [Theory]
    [InlineData("rules")]
    [InlineData("values")]
    public void Evaluate_LargestMessageAndMap_IsBounded(string what)
    {
        // All members of the widest message are looked up by the widest map for each of the most entries.
        string values = string.Join(',', Enumerable.Range(0, MapRule.MostValues).Select(i => $$"""{ "name": "v{{i}}", "path": "$.m{{7000 + i}}" }"""));
        string rule = $$"""{ "kind": "sensor.reading", "type": "t", "each": "a", "values": [ {{values}} ] }""";
        var map = MapSite.Map($$"""{ "rules": [ {{string.Join(',', Enumerable.Repeat(rule, what == "rules" ? SensorMap.MostRules : 1))}} ] }""");
        string members = string.Join(',', Enumerable.Range(0, 7_800).Select(i => $"\"m{i}\":1"));
        string items = string.Join(',', Enumerable.Repeat("1", 256));

        var outcome = MapSite.Apply(map, $$"""{ "a": [ {{items}} ], {{members}} }""");

        Assert.Equal(MapOutcome.MostEntries, outcome.Entries.Count);
        Assert.Equal(MapRule.MostValues, outcome.Entries[0].Values.Count);
    }

    [Fact]
    public void Evaluate_PathsOverTheWholeMessageForEachEntry_AreWalkedOnce()
    {
        string values = string.Join(',', Enumerable.Range(0, MapRule.MostValues).Select(i => $$"""{ "name": "v{{i}}", "path": "$.tags[].x{{i}}" }"""));
        var map = MapSite.Rule($$""" "kind": "sensor.reading", "type": "t", "each": "a", "values": [ {{values}} ] """);
        string items = string.Join(',', Enumerable.Repeat("1", MapOutcome.MostEntries));
        string tags = string.Join(',', Enumerable.Repeat("{}", 7_800));
        var watch = Stopwatch.StartNew();

        var outcome = MapSite.Apply(map, $$"""{ "a": [ {{items}} ], "tags": [ {{tags}} ] }""");

        Assert.Equal(MapOutcome.MostEntries * (MapRule.MostValues + 1), outcome.LeftOut.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"took {watch.Elapsed}");
    }

    private static byte[] Mutated(string good, Random random)
    {
        if (random.Next(2) == 0)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(good);
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
        }

        // Another value for one of the members.
        int[] colons = [.. good.Select((letter, at) => (letter, at)).Where(one => one.letter == ':').Select(one => one.at)];
        int colon = colons[random.Next(colons.Length)];
        int end = good.IndexOfAny([',', '}', ']', '\n'], colon);
        return Encoding.UTF8.GetBytes(string.Concat(good.AsSpan(0, colon + 1), s_values[random.Next(s_values.Length)], good.AsSpan(end < 0 ? good.Length : end)));
    }

    /// <summary>Whoever hands a file to the reader has made sure that its texts are valid Unicode.</summary>
    private static JsonDocument? Parsed(byte[] text) => JsonSyntax.Check(text, "map") is null
        ? JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })
        : null;

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}
