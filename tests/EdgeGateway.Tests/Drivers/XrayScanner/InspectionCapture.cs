using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.XrayScanner;

/// <summary>One folder under Captures: the bytes, the site's map, and what must come out.</summary>
internal sealed class InspectionCapture
{
    private readonly JsonNode _expected;

    private InspectionCapture(string folder)
    {
        Assert.True(File.Exists(Path.Combine(folder, "origin")));
        Frames = File.ReadAllBytes(Path.Combine(folder, "frames.bin"));
        _expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
    }

    public byte[] Frames { get; }

    public string ContentType => _expected["contentType"]!.GetValue<string>();

    public string Map => _expected["map"]!.ToJsonString();

    /// <summary>Bytes that come at a time.</summary>
    public int Chunk => _expected["chunk"]?.GetValue<int>() ?? int.MaxValue;

    public int Heartbeats => _expected["heartbeats"]!.GetValue<int>();

    public DateTimeOffset Received => DateTimeOffset.Parse(_expected["received"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    public static IEnumerable<string> Names(string driver) => Directory.GetDirectories(Root(driver)).Select(folder => Path.GetFileName(folder)!).Order();

    public static InspectionCapture Open(string driver, string name) => new(Path.Combine(Root(driver), name));

    public void Compare(IReadOnlyList<Reading> readings)
    {
        var expected = _expected["readings"]!.AsArray();
        Assert.Equal(expected.Count, readings.Count);
        foreach (var (want, got) in expected.Zip(readings))
        {
            var flat = MapSite.Flat(got);
            foreach (var (path, value) in want!.AsObject())
            {
                Assert.True(JsonNode.DeepEquals(value, JsonPick.At(flat, path)), $"{path}: expected {value?.ToJsonString()}, got {JsonPick.At(flat, path)?.ToJsonString()} in {flat.ToJsonString()}");
            }
        }
    }

    private static string Root(string driver) => Path.Combine(AppContext.BaseDirectory, "Captures", driver);
}
