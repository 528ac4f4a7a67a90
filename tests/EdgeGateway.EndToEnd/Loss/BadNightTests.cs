using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Loss;

/// <summary>Every fault of the field that the twin knows, at once, against the whole gateway.</summary>
public sealed class BadNightTests(ITestOutputHelper output)
{
    private const string Token = "bad-night";
    private const string Password = "Pass-1234";

    private static int Seconds => RunSize.Long ? 180 : 30;

    [Fact]
    public async Task BadNight_EightTroubledCameras_NothingThatWasToldSafeIsLostOrAltered()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 6);
        var (cam07, cam08) = (TestSite.FreePort(), TestSite.FreePort());
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "token"), Token);
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "password"), Password);
        await AddPulledAsync(site.Configuration, ("cam-07", cam07), ("cam-08", cam08));
        site.StartWatch(broker.Port);
        var gateway = site.StartGateway();
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(15), () => gateway.Output);
        await using var night = ChildProcess.Start(
            Binaries.Simulator,
            ["run", Path.Combine(Binaries.Root, "firmware-sim/Scenarios/bad-night.json"), "--ledger", site.Truth, "--seconds", Text(Seconds)],
            new Dictionary<string, string>
            {
                ["EDGE_INBOX_PORT"] = Text(site.InboxPort), ["EDGE_CAM07_PORT"] = Text(cam07), ["EDGE_CAM08_PORT"] = Text(cam08),
                ["EDGE_TOKEN"] = Token, ["EDGE_CAMERA_PASSWORD"] = Password,
            });
        Assert.True(await night.ExitAsync(TimeSpan.FromSeconds(Seconds + 90)) == 0, night.Output);
        var verdict = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(60), "--only-acknowledged");
        output.WriteLine($"{verdict.Line}; with what only went into a stream: {(await site.VerifyAsync()).Line}");
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}");
        Assert.True(site.TruthLines > 10 * Seconds, $"only {site.TruthLines} readings");
    }

    private static async Task AddPulledAsync(string configuration, params (string Id, int Port)[] cameras)
    {
        var gateway = JsonNode.Parse(await File.ReadAllTextAsync(configuration))!;
        foreach (var (id, port) in cameras)
        {
            gateway["devices"]!.AsArray().Add(new JsonObject
            {
                ["id"] = id, ["driver"] = "hikvision-anpr", ["direction"] = "pull", ["host"] = "127.0.0.1", ["port"] = port,
                ["user"] = "admin", ["password"] = new JsonObject { ["file"] = "password" },
            });
        }

        await File.WriteAllTextAsync(configuration, gateway.ToJsonString());
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
