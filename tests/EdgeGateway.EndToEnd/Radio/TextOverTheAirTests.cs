using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Radio;

/// <summary>A signed order becomes a text on a radio's screen, and what became of it a reading, whatever happens to the gateway in between.</summary>
public sealed class TextOverTheAirTests
{
    private const int Radio = 2308003;

    [Fact]
    public async Task SendText_OrderedOverMqtt_IsOnTheScreenAndItsDeliveryIsToldEvenWhenTheGatewayIsKilledBeforeTheRadioAnswers()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var radios = await RadioSite.BuildAsync(broker.Port, textAnswer: "2s");
        radios.Site.StartWatch(broker.Port);
        var gateway = radios.StartGateway();
        await using var patrol = radios.StartPatrol(seconds: 3600);
        await Wait.UntilAsync(() => radios.Readings().Count > 20, TimeSpan.FromSeconds(60), () => patrol.Output + gateway.Output);

        await using var first = radios.Order("text-1", Radio, "速回 3 号门", wait: "30s");
        Assert.True(await first.ExitAsync(TimeSpan.FromSeconds(60)) == 0, first.Output + gateway.Output);
        Assert.Contains(radios.Screens, line => line.Contains($"\"radio\":{Radio},\"from\":1,", StringComparison.Ordinal) && line.Contains("速回 3 号门", StringComparison.Ordinal));
        await Wait.UntilAsync(() => IsDelivered(radios, "text-1"), TimeSpan.FromSeconds(30), () => gateway.Output);

        await using var second = radios.Order("text-2", Radio, "原地待命", wait: "0s");
        Assert.True(await second.ExitAsync(TimeSpan.FromSeconds(60)) == 0, second.Output + gateway.Output);
        await Wait.UntilAsync(() => radios.Screens.Any(line => line.Contains("原地待命", StringComparison.Ordinal)), TimeSpan.FromSeconds(30), () => gateway.Output);
        await gateway.KillAsync();
        Assert.False(IsDelivered(radios, "text-2"));
        var again = radios.StartGateway();
        await Wait.UntilAsync(() => IsDelivered(radios, "text-2"), TimeSpan.FromSeconds(60), () => again.Output);
    }

    private static bool IsDelivered(RadioSite radios, string command) => radios.Readings().Any(reading =>
        RadioSite.Kind(reading) == "radio.delivery" && RadioSite.Said(reading, "commandId") == command
        && RadioSite.Said(reading, "level") == "application" && RadioSite.Said(reading, "result") == "delivered");
}
