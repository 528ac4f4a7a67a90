using System.Text.Json;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Storm;

/// <summary>A broker that dies under five hundred sessions is not run over when it returns.</summary>
[Collection(Alone.Name)]
public sealed class ReconnectStormTests
{
    private const int Sessions = 500;

    [Fact]
    public async Task Kill_BrokerUnderFiveHundredSessions_TheyComeBackSpread()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var storm = ChildProcess.Start(
            Binaries.Simulator, ["storm", "--broker", $"mqtt://127.0.0.1:{broker.Port}", "--sessions", $"{Sessions}", "--least", "200ms", "--most", "4s"]);
        await AllConnectedAsync(storm, times: 1);
        await broker.KillAsync();

        // Long enough for the waits to have grown: a broker that returns at once meets sessions that hardly wait yet.
        await Task.Delay(TimeSpan.FromSeconds(4));
        await broker.StartAgainAsync();
        await AllConnectedAsync(storm, times: 2);
        Assert.Equal(0, await storm.StopAsync(TimeSpan.FromSeconds(15)));

        using var report = JsonDocument.Parse(storm.Lines.Last(line => line.StartsWith('{')));
        JsonElement root = report.RootElement;
        Assert.Equal((Sessions, Sessions, 0), (Int(root, "sessions"), Int(root, "connected"), Int(root, "gaveUp")));
        JsonElement reconnects = root.GetProperty("reconnects");
        Assert.Equal(Sessions, Int(reconnects, "count"));

        // Waits that are uniform up to 4 s leave rests of which 44 % end in the first second: 219 of 500, 24 in 100 ms. A loaded
        // machine bunches them (253 and 101 were seen); all at once would be 500.
        Assert.InRange(Int(reconnects, "mostIn1S"), 1, Sessions * 3 / 5);
        Assert.InRange(Int(reconnects, "mostIn100Ms"), 1, Sessions * 2 / 5);
        Assert.InRange(root.GetProperty("allBackMs").GetDouble(), 1000, 20_000);
    }

    private static Task AllConnectedAsync(ChildProcess storm, int times) => Wait.UntilAsync(
        () => storm.Lines.Count(line => line == $"{Sessions} of {Sessions} sessions are connected") >= times,
        TimeSpan.FromSeconds(30),
        () => storm.Output);

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
