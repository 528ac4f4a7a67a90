using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.Drivers.Generic;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic.Http;

/// <summary>Bodies and the maps of the worked examples, through the driver, against what was written down beside them.</summary>
public sealed class GenericHttpCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "generic-http");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Post_Capture_GivesWhatIsWritten(string name)
    {
        string folder = Path.Combine(s_root, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        await using var talk = await CounterTalk.StartAsync(MapSite.Map(MapSite.Example(expected["map"]!.GetValue<string>())));

        Assert.Equal(expected["status"]!.GetValue<int>(), await talk.Rig.PostAsync(File.ReadAllText(Path.Combine(folder, "body.txt"))));

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        Assert.Equal(expected["faults"]!.AsArray().Select(fault => fault!.GetValue<string>()), talk.Faults);
        Expected.Readings(expected["readings"]!.AsArray(), talk.Sink.Entered);
    }
}
