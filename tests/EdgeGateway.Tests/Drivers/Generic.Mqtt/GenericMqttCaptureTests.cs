using System.Text.Json.Nodes;
using EdgeGateway.Tests.Drivers.Generic;
using EdgeGateway.Tests.Drivers.Transport.Brokers;

namespace EdgeGateway.Tests.Drivers.Generic.Mqtt;

/// <summary>Messages with their topics and the map of a worked example, through the driver, against what was written down beside them.</summary>
public sealed class GenericMqttCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "generic-mqtt");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Publish_Capture_GivesWhatIsWritten(string name)
    {
        string folder = Path.Combine(s_root, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        var brokers = new FakeSiteBrokers();
        await using var talk = await StationTalk.StartAsync(brokers, StationTalk.Options(MapSite.Example(expected["map"]!.GetValue<string>())));
        foreach (string line in File.ReadAllLines(Path.Combine(folder, "messages.txt")))
        {
            int end = line.IndexOf(' ', StringComparison.Ordinal);
            await brokers.SendAsync(line[..end], line[(end + 1)..]);
        }

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        Assert.Equal(expected["faults"]!.AsArray().Select(fault => fault!.GetValue<string>()), talk.Faults);
        Expected.Readings(expected["readings"]!.AsArray(), talk.Sink.Entered);
    }
}
