using System.Text.Json;
using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Radio;

/// <summary>Forty radios on two repeaters against the whole gateway, with an emergency while the broker is away.</summary>
public sealed class PatrolNightTests(ITestOutputHelper output)
{
    private static int More => RunSize.Long ? 2000 : 100;

    [Fact]
    public async Task PatrolNight_BrokerAway_TheEmergencyComesFirstAndNothingIsLostAlteredInventedOrToldTwice()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger with { Persistence = true });
        await using var radios = await RadioSite.BuildAsync(broker.Port);
        var watch = radios.Site.StartWatch(broker.Port);
        var gateway = radios.StartGateway();
        await Wait.UntilAsync(() => gateway.Output.Contains(": connected", StringComparison.Ordinal), TimeSpan.FromSeconds(30), () => gateway.Output);
        await using var patrol = radios.StartPatrol(seconds: 3600);
        await Wait.UntilAsync(() => radios.Readings().Count > 60, TimeSpan.FromSeconds(30), () => patrol.Output + gateway.Output);

        await broker.StopAsync();
        int told = radios.Site.TruthLines;
        await Wait.UntilAsync(() => radios.Site.TruthLines > told + 60, TimeSpan.FromSeconds(30), () => patrol.Output);
        await File.WriteAllTextAsync(radios.Button, "");
        await Wait.UntilAsync(() => File.ReadAllText(radios.Site.Truth).Contains("LP/b003/", StringComparison.Ordinal), TimeSpan.FromSeconds(20), () => patrol.Output);
        DateTimeOffset back = TimeProvider.System.GetUtcNow();
        await broker.StartAgainAsync();

        told = radios.Site.TruthLines;
        await Wait.UntilAsync(() => radios.Site.TruthLines > told + More, TimeSpan.FromMinutes(5), () => patrol.Output);
        Assert.True(await patrol.StopAsync(TimeSpan.FromSeconds(60)) == 0, patrol.Output);
        var verdict = await radios.Site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(60));
        output.WriteLine($"{verdict.All}");
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}\n{watch.Output}");
        Assert.Contains(" invented 0 ", verdict.All, StringComparison.Ordinal);
        var after = FirstTimes(radios.Readings()).Where(reading => reading.GetProperty("at").GetDateTimeOffset() >= back).ToList();
        output.WriteLine($"first readings afterwards: {string.Join(", ", after.Take(8).Select(RadioSite.Kind))}");
        Assert.Equal("radio.emergency", RadioSite.Kind(after[0]));
        Assert.Equal("2308007", RadioSite.Said(after[0], "radioId"));
        Assert.Empty(ToldTwice(radios.Readings()));
    }

    /// <summary>What was on its way when the broker went comes again afterwards, and delivers nothing new.</summary>
    private static IEnumerable<JsonElement> FirstTimes(IEnumerable<JsonElement> readings) => readings.DistinctBy(static reading => reading.GetProperty("id").GetString());

    /// <returns>What the radios said once and the platform has under two numbers.</returns>
    private static IEnumerable<string> ToldTwice(IEnumerable<JsonElement> readings) => readings
        .Where(static reading => reading.TryGetProperty("nativeId", out JsonElement native) && native.GetString()!.Split('/')[0] is "LP" or "TMP" or "RRS")
        .GroupBy(static reading => $"{RadioSite.Kind(reading)} {reading.GetProperty("nativeId").GetString()}")
        .Where(static same => same.Select(static reading => reading.GetProperty("id").GetString()).Distinct().Count() > 1)
        .Select(static same => same.Key);
}
