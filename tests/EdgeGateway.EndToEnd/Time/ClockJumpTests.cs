using System.Text.Json;
using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Time;

/// <summary>Somebody sets the clock of the machine while everything runs.</summary>
public sealed class ClockJumpTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_twoDays = TimeSpan.FromDays(2);

    [Fact]
    public async Task Clock_SetTwoDaysForwardAndBack_NothingIsLostReorderedOrStopped()
    {
        using var clock = new WallClock();
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var link = new CuttableProxy(broker.Port);
        await using var site = new TestSite(link.Port, cameras: 3, ratePerCamera: 5);
        site.StartWatch(broker.Port);
        await using var events = ChildProcess.Start(
            Binaries.Tool("mosquitto_sub"), ["-p", $"{broker.Port}", "-t", "edge/v1/+/+/+/up/event/#", "-q", "1", "-F", "%p"]);
        var gateway = site.StartGateway(clock.Environment);
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(20), () => gateway.Output);
        var cameras = site.StartCameras(seconds: 3600);

        await AfterMoreAsync(site, 40, cameras);
        clock.Set(s_twoDays);
        await AfterMoreAsync(site, 40, cameras);
        link.Cut();
        await AfterMoreAsync(site, 40, cameras);
        clock.Set(-s_twoDays);
        await AfterMoreAsync(site, 40, cameras);
        link.Mend();
        await AfterMoreAsync(site, 40, cameras);
        clock.Set(TimeSpan.Zero);
        await AfterMoreAsync(site, 40, cameras);
        await cameras.StopAsync(TimeSpan.FromSeconds(60));

        var verdict = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(30), "--ordered");
        output.WriteLine(verdict.Line);
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}");
        var readings = Readings(events.Lines);
        Assert.Contains(readings, reading => reading.Received > DateTimeOffset.UtcNow + TimeSpan.FromDays(1));
        Assert.Contains(readings, reading => reading.Received < DateTimeOffset.UtcNow - TimeSpan.FromDays(1));
        Assert.All(
            readings.GroupBy(static reading => reading.Device),
            static device => Assert.Equal(device.Select(static reading => reading.Uptime).Order(), device.Select(static reading => reading.Uptime)));
    }

    private static async Task AfterMoreAsync(TestSite site, int readings, ChildProcess cameras)
    {
        int until = site.TruthLines + readings;
        await Wait.UntilAsync(() => site.TruthLines >= until, TimeSpan.FromSeconds(20), () => cameras.Output);
    }

    /// <returns>Device, receipt by the wall clock and by the clock since boot, in order of the numbers.</returns>
    private static List<(string Device, DateTimeOffset Received, long Uptime)> Readings(IEnumerable<string> lines) =>
    [
        .. lines
            .Where(static line => line.StartsWith('{'))
            .Select(static line => JsonDocument.Parse(line).RootElement)
            .OrderBy(static reading => reading.GetProperty("seq").GetInt64())
            .Select(static reading => (reading.GetProperty("subject").GetString()!, reading.GetProperty("received").GetDateTimeOffset(), reading.GetProperty("uptimems").GetInt64())),
    ];
}
