using EdgeGateway.Sim.Platform;
using EdgeGateway.Sim.Verbs;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Verbs;

/// <summary>Exit codes: scripts depend on them.</summary>
public sealed class SimCommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData]
    [InlineData("dance")]
    [InlineData("run")]
    [InlineData("run", "no-such-scenario.json")]
    [InlineData("load", "--devices", "many")]
    [InlineData("load", "--devices", "0", "--count", "1")]
    [InlineData("load", "--devices", "1")]
    [InlineData("load", "--driver", "other", "--count", "1")]
    [InlineData("twin", "other")]
    [InlineData("twin", "hikvision-anpr")]
    [InlineData("twin", "hikvision-anpr", "--target", "cam-01/token")]
    [InlineData("twin", "hikvision-anpr", "--listen", "here")]
    [InlineData("twin", "viid-camera")]
    [InlineData("twin", "viid-camera", "--listen", "127.0.0.1:0")]
    [InlineData("twin", "viid-library", "--target", "http://127.0.0.1:1")]
    [InlineData("twin", "hytera-radio")]
    [InlineData("twin", "hytera-radio", "--listen", "here")]
    [InlineData("twin", "hytera-radio", "--listen", "127.0.0.1:0", "--wire", "air")]
    [InlineData("twin", "hytera-repeater", "--port", "/tmp/x")]
    [InlineData("twin", "hytera-repeater", "--listen", "127.0.0.1:0", "--profile", "no-such-file.json")]
    [InlineData("twin", "robot-vda5050")]
    [InlineData("twin", "robot-vda5050", "--target", "127.0.0.1:1883")]
    [InlineData("verify", "--ledger", "x")]
    [InlineData("verify", "--received", "x")]
    [InlineData("watch", "--name", "a/b")]
    [InlineData("verify", "--ledger", "no-such-file", "--received", "no-such-file")]
    [InlineData("watch", "--broker", "http://x")]
    [InlineData("platform", "--port", "70000")]
    [InlineData("storm", "--broker", "http://x")]
    [InlineData("storm", "--sessions", "0")]
    [InlineData("storm", "--least", "soon")]
    [InlineData("storm", "--least", "3s", "--most", "2s")]
    [InlineData("keygen")]
    [InlineData("command", "--site", "s", "--gateway", "g")]
    [InlineData("command", "--site", "s", "--gateway", "g", "--name", "a.b", "--args", "[]")]
    [InlineData("command", "--site", "s", "--gateway", "g", "--name", "a.b", "--args", "{")]
    [InlineData("command", "--site", "s", "--gateway", "g", "--name", "a.b", "--wait", "soon")]
    [InlineData("command", "--site", "s", "--gateway", "g", "--name", "a.b", "--broker", "http://x")]
    [InlineData("command", "--site", "s", "--gateway", "g", "--name", "a.b", "--key", "no-such-file")]
    public async Task Run_BadArguments_2(params string[] args) => Assert.Equal(2, await SimCommandLine.RunAsync(args));

    [Fact]
    public async Task Run_Scenario_PlaysItAndVerifyTellsWhatIsLost()
    {
        await using var inbox = new RecordingInbox();
        string scenario = Write("s.json", $$"""{"devices":[{"id":"cam-01","url":"{{inbox.Url("/cam-01/t")}}","rate":1000,"count":3,"profile":{"pictures":{"count":0} } }]}""");
        string ledger = Path.Combine(_folder, "truth.jsonl");
        Assert.Equal(0, await SimCommandLine.RunAsync(["run", scenario, "--check"]));
        Assert.Empty(inbox.Posts);
        Assert.Equal(0, await SimCommandLine.RunAsync(["run", scenario, "--ledger", ledger]));
        Assert.Equal(3, File.ReadLines(ledger).Count());
        Assert.Equal(1, await SimCommandLine.RunAsync(["verify", "--ledger", ledger, "--received", Write("none.jsonl", "")]));
        Assert.Equal(0, await SimCommandLine.RunAsync(["verify", "--ledger", Write("empty.jsonl", ""), "--received", Write("none.jsonl", "")]));
    }

    [Theory]
    [InlineData("0000", 1)]
    [InlineData("4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a", 1)]
    [InlineData("d567c845e0b290c218eb62056fe7970d485e34a79d6b0beb3aba099c35f86754", 0)]
    public async Task Run_VerifyManifest_1WhenBad(string digest, int exit)
    {
        string received = Write(
            "r.jsonl",
            $$"""
            {"type":"reading","topic":"edge/v1/3f/site/gw/up/batch","id":"gw:e:1","epoch":"e","seq":1,"device":"cam-01","nativeId":"n"}
            {"type":"manifest","topic":"edge/v1/3f/site/gw/up/manifest","epoch":"e","fromSeq":1,"toSeq":1,"count":1,"gaps":[],"sha256":"{{digest}}"}
            """);
        Assert.Equal(exit, await SimCommandLine.RunAsync(["verify", "--manifest", "--received", received]));
    }

    [Fact]
    public async Task Run_Twin_PostsItsCount()
    {
        await using var inbox = new RecordingInbox();
        Assert.Equal(0, await SimCommandLine.RunAsync(["twin", "hikvision-anpr", "--target", inbox.Url("/cam-01/t").ToString(), "--rate", "1000", "--count", "3"]));
        Assert.Equal(3, inbox.Posts.Count);
    }

    [Fact]
    public async Task Run_TwinOfGat1400_UploadsItsCount()
    {
        await using var server = new ViidPeer();
        Assert.Equal(0, await SimCommandLine.RunAsync(["twin", "viid-camera", "--target", server.Url.ToString(), "--password", "Kakou@2024", "--rate", "1000", "--count", "3"]));
        Assert.Equal(3, server.Uploads.Count);
    }

    [Fact]
    public async Task Run_TwinOfARobot_TellsItsCount()
    {
        await using var broker = new PlatformEndpoint();
        await broker.StartAsync();
        string ledger = Path.Combine(_folder, "robot.jsonl");
        string profile = Write("robot.json", """{"stateEvery":"20ms"}""");

        Assert.Equal(0, await SimCommandLine.RunAsync(["twin", "robot-vda5050", "--target", $"mqtt://127.0.0.1:{broker.Port}", "--profile", profile, "--count", "3", "--ledger", ledger]));

        Assert.NotEmpty(File.ReadLines(ledger));
    }

    [Fact]
    public async Task Run_Load_FailsWhenRefused()
    {
        await using var inbox = new RecordingInbox();
        string[] args = ["load", "--target", inbox.Url("/").ToString() + "{device}/t", "--devices", "1", "--count", "2"];
        Assert.Equal(0, await SimCommandLine.RunAsync(args));
        inbox.Answers.Enqueue(401);
        Assert.Equal(1, await SimCommandLine.RunAsync(args));
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
