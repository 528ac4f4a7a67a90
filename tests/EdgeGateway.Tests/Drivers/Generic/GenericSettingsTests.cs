using System.Text.Json.Nodes;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic.Http;
using EdgeGateway.Drivers.Generic.Mqtt;
using EdgeGateway.Tests.EdgeGateway.Configuration;

namespace EdgeGateway.Tests.Drivers.Generic;

/// <summary>Devices and their map files as <c>check</c> reads them.</summary>
public sealed class GenericSettingsTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();

    public GenericSettingsTests()
    {
        Directory.CreateDirectory(Path.Combine(_at.Folder, "maps"));
        Directory.CreateDirectory(Path.Combine(_at.Folder, "secrets"));
        foreach (string secret in (string[])["hall-counter", "site-broker"])
        {
            File.WriteAllText(Path.Combine(_at.Folder, "secrets", secret), "0123456789abcdef\n");
        }
    }

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Samples_WithTheExamples_HaveNoMistake()
    {
        Write("maps/crowd-counter.json", MapSite.Example("crowd-counter"));
        Write("maps/weather.json", MapSite.Example("weather"));

        var result = Load(Sample("Generic.Http"), Sample("Generic.Mqtt"));

        Assert.Empty(result.Findings);
        var http = Assert.IsType<GenericHttpOptions>(result.Settings!.Devices[0].Options);
        var mqtt = Assert.IsType<GenericMqttOptions>(result.Settings.Devices[1].Options);
        Assert.Equal((2, false, "0123456789abcdef"), (http.Map.Rules.Count, http.RefusesUnmatched, http.Token.Reveal()));
        Assert.Equal((1, true, false, "weather/+/now"), (mqtt.Map.Rules.Count, mqtt.TakesRetained, mqtt.IsText, Assert.Single(mqtt.Topics)));
    }

    [Theory]
    [InlineData(null, "devices[0].map", "file-not-readable", "existing")]
    [InlineData("{ \"rules\": [\n { ? } ] }", "crowd-counter.json:2:4", "syntax", "")]
    [InlineData("""{ "rules": [ { "kind": "sensor.event", "tpye": "x" } ] }""", "maps/crowd-counter.json: rules[0].tpye", "unknown-key", "\"type\"")]
    [InlineData("[]", "maps/crowd-counter.json: ", "not-an-object", "{")]
    public void MapFile_Wrong_IsNamedWithThePathInIt(string? map, string path, string code, string right)
    {
        if (map is not null)
        {
            Write("maps/crowd-counter.json", map);
        }

        var finding = Assert.Single(Load(Sample("Generic.Http")).Findings, one => (one.Path, one.Code) == (path, code));

        Assert.Contains(right, finding.Right.En, StringComparison.Ordinal);
    }

    [Fact]
    public void MapFile_OfTwoDevices_IsNamedOnce()
    {
        Write("maps/crowd-counter.json", """{ "rules": [ { "kind": "ignore", "x": 1 } ] }""");
        var second = Sample("Generic.Http");
        second["id"] = "second";

        Assert.Single(Load(Sample("Generic.Http"), second).Findings);
    }

    [Theory]
    [InlineData("topics", "[]", "devices[0].topics", "missing")]
    [InlineData("topics", "[\"a/#/b\"]", "devices[0].topics", "not-filters")]
    [InlineData("topics", "[\"#\"]", "devices[0].topics", "too-wide")]
    [InlineData("retained", "\"drp\"", "devices[0].retained", "unknown-choice")]
    [InlineData("payload", "\"xml\"", "devices[0].payload", "unknown-choice")]
    [InlineData("broker", "{}", "devices[0].broker.host", "missing")]
    [InlineData("map", "\"\"", "devices[0].map", "missing")]
    [InlineData("unmatched", "\"refuse\"", "devices[0].unmatched", "unknown-key")]
    public void Mqtt_OneMistake_IsOneFinding(string name, string value, string path, string code)
    {
        Write("maps/weather.json", MapSite.Example("weather"));
        var device = Sample("Generic.Mqtt");
        device[name] = JsonNode.Parse(value);

        var finding = Assert.Single(Load(device).Findings);

        Assert.Equal((path, code), (finding.Path, finding.Code));
        Assert.NotEqual(finding.Right.En, finding.Right.Zh);
    }

    [Theory]
    [InlineData("token", "null", "devices[0].token")]
    [InlineData("unmatched", "\"acept\"", "devices[0].unmatched")]
    [InlineData("topics", "[]", "devices[0].topics")]
    public void Http_OneMistake_IsNamed(string name, string value, string path)
    {
        Write("maps/crowd-counter.json", MapSite.Example("crowd-counter"));
        var device = Sample("Generic.Http");
        device[name] = JsonNode.Parse(value);

        Assert.Contains(path, Load(device).Findings.Select(finding => finding.Path));
    }

    private static JsonObject Sample(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", folder, "sample.json")))!.AsObject();

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(_at.Folder, path), text);

    private ConfigurationResult Load(params JsonNode[] devices)
    {
        var all = JsonNode.Parse(ConfigurationFixture.Good, documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        all["devices"] = new JsonArray(devices);
        File.WriteAllText(_at.File, all.ToJsonString());
        return GatewayConfiguration.Load(_at.File, _at.Environment, DriverCatalog.All);
    }
}
