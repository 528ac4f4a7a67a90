using EdgeGateway.Configuration;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

public sealed class EnvironmentOverridesTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Load_NumberAndText_ReplaceWhatTheFileSays()
    {
        Set("inbox__port", "18080");
        Set("uplink__brokers__0__host", "10.1.2.3");
        Set("uplink__brokers__0__port", "11883");
        Set("devices__0__enabled", "false");

        var settings = _at.Settings(ConfigurationFixture.Good);

        Assert.Equal((18080, "10.1.2.3", 11883, false), (settings.Inbox!.Port, settings.Uplink.Brokers[0].Host, settings.Uplink.Brokers[0].Port, settings.Devices[0].Enabled));
    }

    [Fact]
    public void Load_DigitsOverAText_StayAText()
    {
        Set("site__code", "440300000012100001");

        Assert.Equal("440300000012100001", _at.Settings(ConfigurationFixture.Good).Site);
    }

    [Fact]
    public void Load_QuotedDigitsWhereTheFileIsSilent_AreAText()
    {
        Set("uplink__root", "\"1\"");

        Assert.Equal("1", _at.Settings(ConfigurationFixture.Good).Uplink.Root);
    }

    [Fact]
    public void Load_IndexBehindTheLast_AddsAnEntry()
    {
        Set("uplink__brokers__1__host", "10.1.2.4");

        Assert.Equal(["127.0.0.1", "10.1.2.4"], _at.Settings(ConfigurationFixture.Good).Uplink.Brokers.Select(broker => broker.Host));
    }

    [Fact]
    public void Load_ListThatTheFileDoesNotHave_IsMade()
    {
        Set("uplink__brokers__0__host", "10.1.2.3");
        Set("uplink__brokers__1__host", "10.1.2.4");

        var settings = _at.Settings(ConfigurationFixture.Good.Replace("\"brokers\": [ { \"host\": \"127.0.0.1\" } ]", string.Empty, StringComparison.Ordinal));

        Assert.Equal(2, settings.Uplink.Brokers.Count);
    }

    [Fact]
    public void Load_Override_MendsAFaultyValueOfTheFile()
    {
        Set("inbox__port", "8081");

        Assert.Equal(8081, _at.Settings(ConfigurationFixture.Good.Replace("8080", "\"here\"", StringComparison.Ordinal).Replace("\"here\"", "-5", StringComparison.Ordinal)).Inbox!.Port);
    }

    [Theory]
    [InlineData("EDGEGATEWAY__uplink__brokers__7__host", "EDGEGATEWAY__uplink__brokers__7__host", "override-index")]
    [InlineData("EDGEGATEWAY__uplink__brokers__first__host", "EDGEGATEWAY__uplink__brokers__first__host", "override-index")]
    [InlineData("EDGEGATEWAY__", "EDGEGATEWAY__", "override-name")]
    [InlineData("EDGEGATEWAY__inbox____port", "EDGEGATEWAY__inbox____port", "override-name")]
    [InlineData("EDGEGATEWAY__INBOX__port", "INBOX", "unknown-key")]
    [InlineData("EDGEGATEWAY__inbox", "inbox", "not-an-object")]
    [InlineData("EDGEGATEWAY__site__code__x", "site.code", "not-a-text")]
    public void Load_OverrideOfNothing_IsAFinding(string variable, string path, string code)
    {
        _at.Environment[variable] = "1";

        Assert.Equal([(path, code)], _at.Seen(ConfigurationFixture.Good));
    }

    [Fact]
    public void Load_TwoOverridesThatContradict_AreAFinding()
    {
        Set("inbox__port", "8081");
        Set("inbox__port__x", "1");

        Assert.Equal([("EDGEGATEWAY__inbox__port__x", "override-twice")], _at.Seen(ConfigurationFixture.Good));
    }

    [Fact]
    public void Load_SecretInAnOverride_IsRefusedAndNotShown()
    {
        Set("devices__0__token", "hunter2");

        var finding = Assert.Single(_at.Load(ConfigurationFixture.Good).Findings);

        Assert.Equal("secret-in-file", finding.Code);
        Assert.DoesNotContain("hunter2", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OtherVariables_AreNotOverrides()
    {
        _at.Environment["edgegateway__inbox__port"] = "no";
        _at.Environment["EDGEGATEWAY_HOME"] = "no";

        Assert.Empty(_at.Seen(ConfigurationFixture.Good));
    }

    private void Set(string path, string value) => _at.Environment["EDGEGATEWAY__" + path] = value;
}
