using EdgeGateway.Drivers.XrayScanner.Dahua;
using EdgeGateway.Drivers.XrayScanner.Hikvision;

namespace EdgeGateway.Tests.Drivers.XrayScanner;

/// <summary>What both drivers ask of an entry besides the map.</summary>
public sealed class XraySettingsTests
{
    private const string Map = "\"map\": {\"events\": [{\"types\": [\"X\"], \"tag\": \"T\"}]}";

    [Theory]
    [InlineData("XrayScanner.Dahua", "xray-dahua")]
    [InlineData("XrayScanner.Hikvision", "xray-hikvision")]
    public void Read_Sample_IsRight(string folder, string driver) =>
        Assert.Empty(MapSite.Mistakes(driver, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", folder, "sample.json"))));

    [Theory]
    [InlineData("{\"host\": \"s\"}", "XRayDetection")]
    [InlineData("{\"host\": \"s\", \"codes\": [\"All\"]}", "All")]
    [InlineData("{\"host\": \"s\", \"map\": {\"events\": [{\"types\": [\"A\", \"B\"], \"tag\": \"T\"}, {\"types\": [\"B\"], \"tag\": \"T\"}]}}", "A,B")]
    [InlineData("{\"host\": \"s\", \"map\": {\"events\": [{\"types\": [\"A\", \"B*\"], \"tag\": \"T\"}]}}", "All")]
    public void Read_DahuaCodes_AreThoseOfTheMap(string entry, string codes)
    {
        var options = (DahuaXrayOptions)MapSite.Options("xray-dahua", entry, out var findings);

        Assert.Empty(findings);
        Assert.Equal(codes, string.Join(',', options.Codes));
        Assert.Equal((80, DahuaXrayMode.Events, TimeSpan.FromSeconds(5)), (options.Peer.Port, options.Mode, options.Heartbeat));
    }

    [Theory]
    [InlineData("{}", "host:missing")]
    [InlineData("{\"host\": \"s\", \"mode\": \"push\"}", "mode:unknown-choice")]
    [InlineData("{\"host\": \"s\", \"channel\": 0}", "channel:contradiction")]
    [InlineData("{\"host\": \"s\", \"heartbeat\": \"1500ms\"}", "heartbeat:contradiction")]
    [InlineData("{\"host\": \"s\", \"codes\": [\"a b\"]}", "codes:contradiction")]
    [InlineData("{\"host\": \"s\", \"user\": \"a\"}", "password:contradiction")]
    [InlineData("{\"host\": \"s\", \"mpa\": \"dahua-sdk\"}", "mpa:unknown-key")]
    public void Read_DahuaMistake_IsNamed(string entry, string expected) => Assert.Equal(expected, MapSite.Mistakes("xray-dahua", entry));

    [Theory]
    [InlineData("{" + Map + "}", "host:missing")]
    [InlineData("{\"direction\": \"push\", " + Map + "}", "token:contradiction")]
    [InlineData("{\"direction\": \"push\", \"token\": {\"env\": \"LONG\"}, \"host\": \"s\", \"idle\": \"30s\", " + Map + "}", "host:contradiction idle:contradiction")]
    [InlineData("{\"host\": \"s\", \"token\": {\"env\": \"LONG\"}, " + Map + "}", "token:contradiction")]
    [InlineData("{\"host\": \"s\", \"idle\": \"1s\", " + Map + "}", "idle:out-of-range")]
    public void Read_HikvisionMistake_IsNamed(string entry, string expected) => Assert.Equal(expected, MapSite.Mistakes("xray-hikvision", entry));

    [Fact]
    public void Read_HikvisionPush_NeedsATokenAndAMap()
    {
        var options = (HikvisionXrayOptions)MapSite.Options("xray-hikvision", "{\"direction\": \"push\", \"token\": {\"env\": \"LONG\"}, " + Map + "}", out var findings);

        Assert.Empty(findings);
        Assert.Equal((HikvisionXrayDirection.Push, "long-enough-1"), (options.Direction, options.Token!.Reveal()));
        Assert.Null(options.Peer);
    }
}
