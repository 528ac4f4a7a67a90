using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Commands;

/// <summary>From the simulator's console through a real broker into a real gateway, and back.</summary>
public sealed class CommandOverTheWireTests
{
    [Theory]
    [InlineData("5")]
    [InlineData("4")]
    public async Task Command_SentThroughABroker_IsJudgedAnsweredAndKeptAsReadings(string version)
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 1);
        var watch = site.StartWatch(broker.Port);
        string keys = Path.Combine(site.Folder, "keys");
        await using var keygen = ChildProcess.Start(Binaries.Simulator, ["keygen", "--out", keys]);
        Assert.Equal(0, await keygen.ExitAsync(TimeSpan.FromSeconds(30)));
        var gateway = site.StartGateway(new Dictionary<string, string>
        {
            ["EDGEGATEWAY__commands__keys__0__id"] = "ops",
            ["EDGEGATEWAY__commands__keys__0__publicKey__file"] = Path.Combine(keys, "public.pem"),
            ["EDGEGATEWAY__commands__keys__0__may__0"] = "*",
            ["EDGEGATEWAY__commands__keys__0__devices__0"] = "*",
        });
        await Wait.UntilAsync(() => gateway.Output.Contains(": connected", StringComparison.Ordinal), TimeSpan.FromSeconds(30), () => gateway.Output);

        string[] signed = ["--key", Path.Combine(keys, "private.pem"), "--mqtt", version];
        Assert.Contains("\"reason\":\"unknown-command\"", await OrderAsync(broker.Port, ["--id", "c-1", "--name", "gateway.sing", .. signed], gateway));
        Assert.Contains("\"reason\":\"unsigned\"", await OrderAsync(broker.Port, ["--id", "c-2", "--name", "gateway.sing"], gateway));
        Assert.Contains("\"reason\":\"expired", await OrderAsync(broker.Port, ["--id", "c-3", "--name", "gateway.sing", "--valid", "-1m", .. signed], gateway));
        Assert.Contains("\"reason\":\"unknown-device\"", await OrderAsync(broker.Port, ["--id", "c-4", "--name", "gateway.sing", "--device", "cam-99", .. signed], gateway));
        await Wait.UntilAsync(
            () => Count(site, "/gateway/command.result") == 4 && Count(site, "/gateway/audit") == 4, TimeSpan.FromSeconds(20), () => File.ReadAllText(site.Received) + watch.Output);
    }

    private static int Count(TestSite site, string kind) => File.ReadLines(site.Received).Count(line => line.Contains(kind, StringComparison.Ordinal));

    private static async Task<string> OrderAsync(int port, string[] order, ChildProcess gateway)
    {
        await using var sent = ChildProcess.Start(
            Binaries.Simulator, ["command", "--broker", $"mqtt://127.0.0.1:{port}", "--site", "440100000012100001", "--gateway", "gw-test", "--wait", "20s", .. order]);
        int code = await sent.ExitAsync(TimeSpan.FromSeconds(60));
        Assert.True(code == 1 && sent.Output.Contains("\"state\":\"refused\"", StringComparison.Ordinal), sent.Output + gateway.Output);
        return sent.Output;
    }
}
