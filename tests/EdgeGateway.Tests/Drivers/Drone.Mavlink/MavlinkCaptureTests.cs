using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>Frames that others wrote, through the driver, against what was written down beside them.</summary>
public sealed class MavlinkCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "drone-mavlink");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_Capture_GivesWhatIsWritten(string name)
    {
        string folder = Path.Combine(s_root, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync([.. File.ReadAllLines(Path.Combine(folder, "frames.hex")).Where(line => line.Length > 0).Select(Convert.FromHexString)]);
        await flight.PassAsync(TimeSpan.FromSeconds(2));

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        Assert.Equal(expected["faults"]!.AsArray().Select(fault => fault!.GetValue<string>()), flight.Faults.Select(fault => fault.Reason));
        foreach (var (kind, count) in expected["counts"]!.AsObject())
        {
            Assert.Equal((kind, count!.GetValue<int>()), (kind, flight.Sink.Entered.Count(reading => reading.Body.Kind == kind)));
        }

        foreach (var (kind, fields) in expected["last"]!.AsObject())
        {
            var body = flight.Sink.Entered.Last(reading => reading.Body.Kind == kind).Body;
            Compare(fields!.AsObject(), JsonSerializer.SerializeToNode(body, body.GetType(), BodyJson.Default)!);
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
