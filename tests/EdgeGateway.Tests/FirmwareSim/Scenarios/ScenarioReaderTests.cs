using System.Net;
using System.Text.Json;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Tests.FirmwareSim.Scenarios;

public sealed class ScenarioReaderTests
{
    private const string Device = "{\"id\":\"cam-01\",\"driver\":\"hikvision-anpr\",\"mode\":\"push\",\"url\":\"http://127.0.0.1:1/cam-01/t\"";

    [Theory]
    [InlineData("samples/first-site/scenario.json", 4, 2)]
    [InlineData("firmware-sim/Scenarios/bad-night.json", 6, 2)]
    public void ReadFile_Shipped_HasNoMistake(string file, int push, int pull)
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(House.Repository.Root, file));
        Assert.Equal((push, pull), (Cameras(scenario).Count(d => d.Mode == DeviceMode.Push), Cameras(scenario).Count(d => d.Mode == DeviceMode.Pull)));
    }

    [Fact]
    public void ReadFile_PatrolNight_IsFortyRadiosOnTwoRepeaters()
    {
        Scenario scenario = ScenarioReader.ReadFile(Path.Combine(House.Repository.Root, "firmware-sim/Scenarios/patrol-night.json"));
        RadioDevice[] repeaters = [.. scenario.Devices.Cast<RadioDevice>()];
        Assert.Equal([(RadioWire.Repeater, 20), (RadioWire.Repeater, 20)], repeaters.Select(repeater => (repeater.Wire, repeater.Profile.Radios)));
        Assert.Equal("rep-2", repeaters[0].Profile.Faults.AlsoThrough);
        Assert.Equal(TimeSpan.FromSeconds(20), repeaters[0].Profile.Emergencies[0].At);
    }

    [Fact]
    public void Read_Radios_EveryWayIsUnderstood()
    {
        Scenario scenario = Read("""
            {"duration":"1s","devices":[
              {"id":"a","driver":"hytera-radio","wire":"serial","port":"/tmp/radio"},
              {"id":"b","driver":"hytera-radio","wire":"udp","listen":"127.0.0.1:3005","count":7},
              {"id":"c","driver":"hytera-radio","listen":"127.0.0.1:3006"},
              {"id":"d","driver":"hytera-repeater","listen":"127.0.0.1:30001"}]}
            """);
        Assert.Equal([RadioWire.Serial, RadioWire.Udp, RadioWire.Tcp, RadioWire.Repeater], scenario.Devices.Cast<RadioDevice>().Select(radio => radio.Wire));
        Assert.Equal(("/tmp/radio", 3005, 7L), (((RadioDevice)scenario.Devices[0]).Port, ((RadioDevice)scenario.Devices[1]).Listen!.Port, scenario.Devices[1].Count));
    }

    [Fact]
    public void Read_EveryWord_IsUnderstood()
    {
        Scenario scenario = Read($$"""
            {"seed":9,"start":"2024-06-24T11:00:00Z","duration":"90s","drain":"5s",
             "profiles":{"odd":{"charset":"gbk","clockOffset":"-2m","pictures":{"count":1,"sceneBytes":[300,400]} } },
             "devices":[{{Device}},"rate":2.5,"count":7,"profile":"odd"},
              {"id":"cam-02","driver":"hikvision-anpr","mode":"pull","listen":"127.0.0.1:5","user":"u","password":"p","profile":{"digest":"sha-256"} } ],
             "faults":[{"at":"3s","kind":"silence","device":"cam-02","for":"4s"},{"at":"1m","kind":"clock-step","by":"-1h"}]}
            """);
        Assert.Equal((9ul, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(5)), (scenario.Seed, scenario.Duration!.Value, scenario.Drain));
        Assert.Equal((Charset.Gbk, TimeSpan.FromMinutes(-2), (300, 400)), (Cameras(scenario)[0].Profile.Charset, Cameras(scenario)[0].Profile.ClockOffset, Cameras(scenario)[0].Profile.Pictures.SceneBytes));
        Assert.Equal((2.5, 7L), (Cameras(scenario)[0].Rate, Cameras(scenario)[0].Count));
        Assert.Equal((new IPEndPoint(IPAddress.Loopback, 5), "u", "p", DigestPolicy.Sha256), (Cameras(scenario)[1].Listen, Cameras(scenario)[1].User, Cameras(scenario)[1].Password, Cameras(scenario)[1].Profile.Digest));
        Assert.Equal(new ScenarioFault(TimeSpan.FromSeconds(3), FaultType.Silence, "cam-02", TimeSpan.FromSeconds(4), default, 1), scenario.Faults[0]);
        Assert.Equal(TimeSpan.FromHours(-1), scenario.Faults[1].By);
    }

    [Theory]
    [InlineData("{}", "devices: must name at least one device")]
    [InlineData("{\"devices\":5}", "devices: must be a list")]
    [InlineData("{\"devices\":[5]}", "devices[0]: must be an object")]
    [InlineData("{\"seed\":-1}", "seed: must be a whole number from 0")]
    [InlineData("{\"sead\":1}", "sead: is not known here; known are ")]
    [InlineData("{\"start\":\"soon\"}", "start: must be a time")]
    [InlineData("{\"duration\":\"long\"}", "duration: must be a duration")]
    [InlineData("{\"duration\":5}", "duration: must be a text")]
    [InlineData("{\"devices\":[{\"mode\":\"push\"}]}", "devices[0].id: is missing")]
    [InlineData("{\"devices\":[{\"mode\":\"push\"}]}", "devices[0].url: is missing")]
    [InlineData("{\"devices\":[{\"mode\":\"pull\"}]}", "devices[0].listen: is missing")]
    [InlineData("{\"devices\":[{\"mode\":\"both\"}]}", "devices[0].mode: must be one of push, pull")]
    [InlineData("{\"devices\":[{\"driver\":\"x\"}]}", "devices[0].driver: must be one of hikvision-anpr")]
    [InlineData("{\"devices\":[{\"url\":\"ftp://x\"}]}", "devices[0].url: must be http://")]
    [InlineData("{\"devices\":[{\"mode\":\"pull\",\"listen\":\"here\"}]}", "devices[0].listen: must be address:port")]
    [InlineData("{\"devices\":[{\"id\":\"a/b\"}]}", "devices[0].id: must be 1 to 64 characters")]
    [InlineData("{\"devices\":[{\"id\":\"a\"},{\"id\":\"a\"}]}", "devices[1].id: a is there twice")]
    [InlineData("{\"devices\":[{\"rate\":0}]}", "devices[0].rate: must be a number from 0.001")]
    [InlineData("{\"devices\":[{\"count\":1.5}]}", "devices[0].count: must be a whole number")]
    [InlineData("{\"devices\":[{\"profile\":\"none\"}]}", "devices[0].profile: names neither a file")]
    [InlineData("{\"devices\":[{\"profile\":\"gone.json\"}]}", "devices[0].profile: ")]
    [InlineData("{\"devices\":[{\"url\":\"http://h:${EDGESIM_NOT_SET}/\"}]}", "devices[0].url: environment variable EDGESIM_NOT_SET is not set")]
    [InlineData("{\"devices\":[{\"profile\":{\"charset\":\"latin\"}}]}", "devices[0].profile.charset: must be one of utf-8, utf-8-bom, gbk, declared-wrong")]
    [InlineData("{\"devices\":[{\"profile\":{\"pictures\":{\"sceneBytes\":[9,1]}}}]}", "devices[0].profile.pictures.sceneBytes: must be [least, most]")]
    [InlineData("{\"devices\":[{\"profile\":{\"heartbeat\":{\"period\":\"-1s\"}}}]}", "devices[0].profile.heartbeat.period: must be longer than nothing")]
    [InlineData("{\"profiles\":{\"p\":{\"chraset\":\"gbk\"}}}", "profiles.p.chraset: is not known here")]
    [InlineData("{\"devices\":[{\"driver\":\"hytera-radio\",\"wire\":\"serial\"}]}", "devices[0].port: is missing")]
    [InlineData("{\"devices\":[{\"driver\":\"hytera-radio\",\"wire\":\"air\"}]}", "devices[0].wire: must be one of serial, tcp, udp")]
    [InlineData("{\"devices\":[{\"driver\":\"hytera-repeater\"}]}", "devices[0].listen: is missing")]
    [InlineData("{\"devices\":[{\"driver\":\"hytera-repeater\",\"listen\":\"127.0.0.1:65530\"}]}", "devices[0].listen: must be address:port")]
    [InlineData("{\"devices\":[{\"driver\":\"hytera-repeater\",\"rate\":1}]}", "devices[0].rate: is not known here")]
    [InlineData("{\"faults\":[{\"kind\":\"fire\"}]}", "faults[0].kind: must be one of disconnect, ")]
    [InlineData("{\"faults\":[{\"kind\":\"burst\"}]}", "faults[0].at: is missing")]
    [InlineData("{\"faults\":[{\"kind\":\"burst\",\"at\":\"-1s\"}]}", "faults[0].at: must not lie before")]
    [InlineData("{\"faults\":[{\"kind\":\"burst\",\"at\":\"1s\",\"device\":\"x\"}]}", "faults[0].device: x is none of the devices")]
    [InlineData("{\"devices\":[{\"id\":\"a\"}]}", "duration: is missing, and not every device has a count")]
    public void Read_Mistake_IsNamedWithItsPath(string json, string expected)
    {
        var e = Assert.Throws<MistakesException>(() => Read(json));
        Assert.Contains(e.Mistakes, mistake => mistake.ToString().StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SeveralMistakes_AllInOneReport()
    {
        var e = Assert.Throws<MistakesException>(() => Read("{\"seed\":-1,\"duration\":\"x\",\"devices\":[{\"id\":\"a b\",\"mode\":\"x\"}]}"));
        Assert.Equal(["devices[0].id", "devices[0].mode", "devices[0].url", "duration", "seed"], e.Mistakes.Select(m => m.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_VariableWithDefault_IsFilledIn()
    {
        Scenario scenario = Read("{\"duration\":\"1s\",\"devices\":[{\"id\":\"a\",\"url\":\"http://127.0.0.1:${EDGESIM_NOT_SET:-8081}/a/t\"}]}");
        Assert.Equal(8081, Cameras(scenario)[0].Url!.Port);
    }

    private static IReadOnlyList<CameraDevice> Cameras(Scenario scenario) => [.. scenario.Devices.Cast<CameraDevice>()];

    private static Scenario Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ScenarioReader.Read(document.RootElement.Clone(), AppContext.BaseDirectory);
    }
}
