using System.Text.Json;
using EdgeGateway.Tests.EdgeGateway.Configuration;

namespace EdgeGateway.Tests.EdgeGateway.CommandLine;

public sealed class CheckVerbTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();
    private readonly Typed _typed = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public async Task Check_GoodFile_IsZeroAndSaysWhatItFound()
    {
        Write(ConfigurationFixture.Good);

        Assert.Equal(0, await _typed.RunAsync("check", "--config", _at.File));
        Assert.Contains("gz-baiyun-01", _typed.Out, StringComparison.Ordinal);
        Assert.Empty(_typed.Error);
    }

    [Fact]
    public async Task Check_Mistakes_IsTwoAndShowsPathProblemAndWhatIsRight()
    {
        Write(ConfigurationFixture.Good.Replace("8080", "0", StringComparison.Ordinal).Replace("\"gz-baiyun-01\"", "\"gz baiyun\"", StringComparison.Ordinal));

        Assert.Equal(2, await _typed.RunAsync("check", "--config", _at.File));
        Assert.StartsWith("gateway.id: ", _typed.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  -> write 1 to 64", _typed.Lines[1], StringComparison.Ordinal);
        Assert.StartsWith("inbox.port: ", _typed.Lines[2], StringComparison.Ordinal);
        Assert.Contains("65535", _typed.Lines[3], StringComparison.Ordinal);
        Assert.Contains('2', _typed.Lines[4]);
    }

    [Fact]
    public async Task Check_Json_IsOneObjectOnStandardOutput()
    {
        Write("{ \"site\": 5 }");

        Assert.Equal(2, await _typed.RunAsync("check", "--config", _at.File, "--json"));
        var report = JsonDocument.Parse(Assert.Single(_typed.Lines)).RootElement;
        Assert.False(report.GetProperty("ok").GetBoolean());
        var first = report.GetProperty("findings")[0];
        Assert.Equal(("site", "not-an-object"), (first.GetProperty("path").GetString(), first.GetProperty("code").GetString()));
        Assert.Empty(_typed.Error);
    }

    [Fact]
    public async Task Check_JsonOfAGoodFile_IsOk()
    {
        Write(ConfigurationFixture.Good);

        Assert.Equal(0, await _typed.RunAsync("check", "--config", _at.File, "--json"));
        Assert.Equal("{\"ok\":true,\"findings\":[]}", Assert.Single(_typed.Lines));
    }

    [Theory]
    [InlineData("--lang zh", "", "缺少此项")]
    [InlineData("--lang=zh", "en_US.UTF-8", "缺少此项")]
    [InlineData("", "zh_CN.UTF-8", "缺少此项")]
    [InlineData("--lang en", "zh_CN.UTF-8", "is missing")]
    [InlineData("", "de_DE.UTF-8", "is missing")]
    [InlineData("", "", "is missing")]
    public async Task Check_Language_IsThatOfTheOptionElseOfTheLocale(string option, string locale, string expected)
    {
        Write("{}");
        _typed.Environment["LANG"] = locale;

        Assert.Equal(2, await _typed.RunAsync(["check", "--config", _at.File, .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        Assert.Contains(expected, _typed.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_EnvironmentOverride_IsApplied()
    {
        Write(ConfigurationFixture.Good);
        _typed.Environment["EDGEGATEWAY__inbox__port"] = "0";

        Assert.Equal(2, await _typed.RunAsync("check", "--config", _at.File));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("chekc", "--config", "x")]
    [InlineData("check", "--config", "x", "--lang", "fr")]
    [InlineData("")]
    public async Task TypedWrongly_IsTwoAndNothingOnStandardOutput(params string[] args)
    {
        Assert.Equal(2, await _typed.RunAsync([.. args.Where(arg => arg.Length > 0)]));
        Assert.NotEmpty(_typed.Error);
        Assert.Empty(_typed.Out);
    }

    [Fact]
    public async Task Run_Mistakes_IsTwoAndTheGatewayIsNotStarted()
    {
        Write("{}");
        _typed.Gateway = (_, _) => throw new InvalidOperationException("must not start");

        Assert.Equal(2, await _typed.RunAsync("run", "--config", _at.File));
        Assert.Contains("site: is missing", _typed.Error, StringComparison.Ordinal);
        Assert.Empty(_typed.Out);
    }

    [Fact]
    public async Task Run_GoodFile_StartsTheGatewayWithItsSettings()
    {
        string? started = null;
        Write(ConfigurationFixture.Good);
        _typed.Gateway = (settings, _) =>
        {
            started = settings.Gateway;
            return Task.CompletedTask;
        };

        Assert.Equal(0, await _typed.RunAsync("run", "--config", _at.File));
        Assert.Equal("gz-baiyun-01", started);
    }

    [Fact]
    public async Task Run_PortTaken_IsOneAndSaysWhy()
    {
        Write(ConfigurationFixture.Good);
        _typed.Gateway = (_, _) => throw new IOException("port 8080 is taken");

        Assert.Equal(1, await _typed.RunAsync("run", "--config", _at.File));
        Assert.Contains("port 8080 is taken", _typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfAVerb_IsZeroAndNamesItsOptions()
    {
        Assert.Equal(0, await _typed.RunAsync("check", "--help"));
        Assert.Contains("--config", _typed.Out, StringComparison.Ordinal);
    }

    private void Write(string text) => File.WriteAllText(_at.File, text);
}
