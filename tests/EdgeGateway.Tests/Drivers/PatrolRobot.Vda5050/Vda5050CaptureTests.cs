using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Vda5050;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;

/// <summary>Messages by the public schema of each version, through the driver, against what was written down beside them.</summary>
public sealed class Vda5050CaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "robot-vda5050");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_Capture_GivesWhatIsWritten(string name)
    {
        string folder = Path.Combine(s_root, name);
        string[] lines = File.ReadAllLines(Path.Combine(folder, "messages.txt"));
        string[] levels = lines[0].Split(' ')[0].Split('/');
        await using var talk = await new RobotTalk(robot: new VdaRobot(levels[0], levels[1][1] - '0', levels[2], levels[3])).StartAsync();
        foreach (string line in lines)
        {
            int end = line.IndexOf(' ', StringComparison.Ordinal);
            await talk.SayAsync(line[(end + 1)..], line[..end]);
        }

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        Assert.Equal(expected["faults"]!.AsArray().Select(fault => fault!.GetValue<string>()), talk.Faults);
        var wanted = expected["readings"]!.AsArray();
        Assert.Equal(wanted.Select(one => one!["kind"]!.GetValue<string>()), talk.Sink.Entered.Select(reading => reading.Body.Kind));
        foreach (var (want, reading) in wanted.Zip(talk.Sink.Entered))
        {
            Assert.Equal(want!["lane"]!.GetValue<string>(), reading.Lane.ToString());
            Compare(want["data"]!.AsObject(), JsonSerializer.SerializeToNode(reading.Body, reading.Body.GetType(), BodyJson.Default)!);
        }
    }

    private static void Compare(JsonObject wanted, JsonNode got)
    {
        foreach (var (path, value) in wanted)
        {
            var found = JsonPick.At(got, path);
            Assert.True(JsonNode.DeepEquals(value, found), $"{path}: expected {value?.ToJsonString()}, got {found?.ToJsonString()}");
        }
    }
}
