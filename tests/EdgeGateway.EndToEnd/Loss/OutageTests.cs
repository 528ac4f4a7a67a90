using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Loss;

public sealed class OutageTests(ITestOutputHelper output)
{
    [Fact]
    public async Task BrokerAway_WhileEightCamerasSend_AllIsDeliveredInOrderAfterwards()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var link = new CuttableProxy(broker.Port);
        await using var site = new TestSite(
            link.Port, cameras: 8, ratePerCamera: 5, uplink: static uplink => uplink["manifest"] = new JsonObject { ["every"] = "1s", ["readings"] = 200 });
        site.StartWatch(broker.Port);
        var gateway = site.StartGateway();
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(15), () => gateway.Output);
        int away = RunSize.Long ? 60 : 25;
        var cameras = site.StartCameras(seconds: 3600);
        await Wait.UntilAsync(() => site.TruthLines > 20, TimeSpan.FromSeconds(20), () => cameras.Output);
        link.Cut();
        int before = site.TruthLines;
        await Task.Delay(TimeSpan.FromSeconds(away));
        int during = site.TruthLines - before;
        link.Mend();
        int after = site.TruthLines;
        await Wait.UntilAsync(() => site.TruthLines > after + 350, TimeSpan.FromSeconds(20), () => cameras.Output);
        await cameras.StopAsync(TimeSpan.FromSeconds(60));
        var verdict = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(60), "--ordered");
        var manifests = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(20), "--manifest");
        output.WriteLine($"{during} readings while the broker was away; {verdict.Line}; {manifests.Line}");
        Assert.True(manifests.Code == 0, manifests.All);
        Assert.Matches("manifests ([5-9]|[1-9][0-9]+) bad 0", manifests.Line);
        Assert.True(during > away * 16, $"only {during} readings were accepted while the broker was away");
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}");
    }
}
