using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Tests.EdgeGateway.CommandLine;

namespace EdgeGateway.Tests.Drivers.Generic;

/// <summary><c>edgegateway decode generic --opt map=FILE</c>, as a technician types it.</summary>
public sealed class GenericDecodeTests : IDisposable
{
    private readonly string _map = Path.GetTempFileName();
    private readonly Typed _typed = new() { Decoders = [.. DriverCatalog.All.SelectMany(driver => driver.Decoders)] };

    public void Dispose() => File.Delete(_map);

    [Fact]
    public async Task Decode_Messages_ShowsWhatTheMapMakesOfEach()
    {
        await File.WriteAllTextAsync(_map, MapSite.Example("weather"));
        _typed.StandardInput = """
            { "time": "2026-11-22 11:31:00", "out": { "temp_F": 68.0, "hum": "55", "wind_mph": 600 }, "baro": 29.92, "sky": "PC" }
            { "time":
            """;

        Assert.Equal(1, await _typed.RunAsync("decode", "generic", "--opt", $"map={_map}", "topic=weather/roof/now", "received=2026-11-22T03:32:00Z"));

        var (good, bad) = (JsonDocument.Parse(_typed.Lines[0]).RootElement, JsonDocument.Parse(_typed.Lines[1]).RootElement);
        Assert.Equal("weather", good.GetProperty("type").GetString());
        Assert.Equal(1, good.GetProperty("fields").GetProperty("leftOut").GetProperty("value-out-of-range").GetInt32());
        Assert.Equal(20, good.GetProperty("readings")[0].GetProperty("data").GetProperty("values")[0].GetProperty("number").GetDouble());
        Assert.Equal("not-json", bad.GetProperty("fault").GetString());
    }

    [Fact]
    public async Task Decode_MessageThatNoRuleTakes_ShowsNamesAndSortsOfItsValues()
    {
        await File.WriteAllTextAsync(_map, MapSite.Example("weather"));
        _typed.StandardInput = """{ "holder": "张三", "n": 1 }""";

        Assert.Equal(1, await _typed.RunAsync("decode", "generic", "--opt", $"map={_map}"));

        Assert.Contains("unmatched", _typed.Out, StringComparison.Ordinal);
        Assert.Contains("{holder:text,n:number}", _typed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("张三", _typed.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "rules": [ { "kind": "ignore", "lane": "x" }, { "kind": "sensr.event" } ] }""", "rules[0].lane", "rules[1].kind")]
    [InlineData("{ \"rules\": ", "line 1", "JSON")]
    public async Task Decode_WrongMap_NamesItsMistakes(string map, params string[] words)
    {
        await File.WriteAllTextAsync(_map, map);
        _typed.StandardInput = "{}";

        Assert.Equal(1, await _typed.RunAsync("decode", "generic", "--opt", $"map={_map}"));

        Assert.All(words, word => Assert.Contains(word, _typed.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decode_MapNotThere_IsSaid()
    {
        Assert.Equal(2, await _typed.RunAsync("decode", "generic", "--opt", $"map={_map}.not"));
        Assert.Contains("--opt", _typed.Error, StringComparison.Ordinal);
        Assert.Equal(1, await _typed.RunAsync("decode", "generic", "--hex", "7B7D"));
        Assert.Contains("map=FILE", _typed.Out, StringComparison.Ordinal);
    }
}
