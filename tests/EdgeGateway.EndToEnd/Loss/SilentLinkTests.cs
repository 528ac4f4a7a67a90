using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.EndToEnd.Support.Network;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Loss;

/// <summary>The link that dies without a word, as a 4G link or a switch without power does: only the keep-alive can notice.</summary>
[Collection(Alone.Name)]
public sealed class SilentLinkTests(ITestOutputHelper output)
{
    private const int BrokerPort = 1883;

    private static readonly TimeSpan s_keepAlive = TimeSpan.FromSeconds(5);

    /// <summary>One and a half keep-alives of silence, looked at eight times in each, and a moment for a busy machine.</summary>
    private static readonly TimeSpan s_noticed = (s_keepAlive * 1.5) + (s_keepAlive / 8) + TimeSpan.FromSeconds(1);

    /// <remarks>Both at once, each in a network of its own: nearly all of it is waiting for the keep-alive.</remarks>
    [Fact]
    public Task LinkCut_WithoutFinOrReset_IsNoticedInTimeAndNothingIsLost() => Task.WhenAll(CutAsync(camerasSend: true), CutAsync(camerasSend: false));

    private async Task CutAsync(bool camerasSend)
    {
        await using var network = await SplitNetwork.StartAsync();
        await using var site = new TestSite(BrokerPort, cameras: 4);
        Configure(site);
        await using var broker = await StartBrokerAsync(network, site);
        await using var watch = await StartWatchAsync(network, site);
        await using var gateway = network.AtSite(Binaries.Gateway, "run", "--config", site.Configuration);
        await Wait.UntilAsync(() => Connections(gateway) == 1, TimeSpan.FromSeconds(20), () => gateway.Output);
        await using var before = Cameras(network, site, seconds: camerasSend ? 20 : 3);
        await Wait.UntilAsync(() => site.TruthLines > 20, TimeSpan.FromSeconds(20), () => before.Output);
        if (!camerasSend)
        {
            await before.ExitAsync(TimeSpan.FromSeconds(30));
        }

        await network.CutAsync();
        var cut = DateTimeOffset.UtcNow;
        await Wait.UntilAsync(() => LostAt(gateway) is not null, TimeSpan.FromSeconds(30), () => gateway.Output);
        var noticed = LostAt(gateway)!.Value - cut;
        await Wait.UntilAsync(() => LostTimes(gateway) >= 2, TimeSpan.FromSeconds(30), () => $"no try while the link is dead\n{gateway.Output}");
        await network.MendAsync();
        await Wait.UntilAsync(() => Connections(gateway) == 2, TimeSpan.FromSeconds(30), () => gateway.Output);
        await using var after = Cameras(network, site, seconds: 3);
        await after.ExitAsync(TimeSpan.FromSeconds(30));
        await before.ExitAsync(TimeSpan.FromSeconds(60));
        var verdict = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(60));
        output.WriteLine($"cameras {(camerasSend ? "send" : "are silent")}: noticed after {noticed.TotalSeconds:0.00} s; {verdict.Line}");
        Assert.True(verdict.Code == 0, $"cameras send: {camerasSend}\n{verdict.All}\n{gateway.Output}");
        Assert.True(noticed < s_noticed, $"cameras send: {camerasSend}, noticed after {noticed}, at most {s_noticed}\n{gateway.Output}");
    }

    private static async Task<ChildProcess> StartBrokerAsync(SplitNetwork network, TestSite site)
    {
        string file = Path.Combine(site.Folder, "mosquitto.conf");
        await File.WriteAllLinesAsync(file, [
            $"listener {BrokerPort} {SplitNetwork.PlatformHost}", "allow_anonymous true", "user root", "max_queued_messages 1000000",
            "log_dest stderr", "log_type information", "log_type error"]);
        var broker = network.AtPlatform(Binaries.Tool("mosquitto"), "-c", file);
        await Wait.UntilAsync(() => broker.Output.Contains("running", StringComparison.Ordinal), TimeSpan.FromSeconds(20), () => broker.Output);
        return broker;
    }

    private static async Task<ChildProcess> StartWatchAsync(SplitNetwork network, TestSite site)
    {
        await File.WriteAllTextAsync(site.Received, string.Empty);
        var watch = network.AtPlatform(Binaries.Simulator, "watch", "--broker", $"mqtt://{SplitNetwork.PlatformHost}:{BrokerPort}", "--out", site.Received, "--quiet");
        await Wait.UntilAsync(() => watch.Lines.Contains("connected"), TimeSpan.FromSeconds(20), () => watch.Output);
        return watch;
    }

    private static ChildProcess Cameras(SplitNetwork network, TestSite site, int seconds) => network.AtSite(
        Binaries.Simulator,
        "run", Path.Combine(site.Folder, "scenario.json"), "--ledger", site.Truth, "--seconds", seconds.ToString(CultureInfo.InvariantCulture));

    private static void Configure(TestSite site)
    {
        var gateway = JsonNode.Parse(File.ReadAllText(site.Configuration))!;
        gateway["uplink"]!["brokers"]![0]!["host"] = SplitNetwork.PlatformHost;
        gateway["uplink"]!["keepAlive"] = FormattableString.Invariant($"{s_keepAlive.TotalSeconds}s");
        gateway["uplink"]!["connectTimeout"] = "2s";
        File.WriteAllText(site.Configuration, gateway.ToJsonString());
    }

    private static int Connections(ChildProcess gateway) => gateway.Lines.Count(line => line.Contains("[4000]", StringComparison.Ordinal));

    private static int LostTimes(ChildProcess gateway) => gateway.Lines.Count(IsLost);

    /// <summary>The gateway's own time stamp of the first end of a link.</summary>
    private static DateTimeOffset? LostAt(ChildProcess gateway) =>
        gateway.Lines.FirstOrDefault(IsLost) is { } line ? DateTimeOffset.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture) : null;

    private static bool IsLost(string line) => line.Contains("[4001]", StringComparison.Ordinal);
}
