using System.Globalization;
using System.Text.RegularExpressions;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.EndToEnd.Support.Brokers;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Brokers;

/// <summary>What must hold at every kind of broker. One subclass a kind.</summary>
public abstract class BrokerSuite(BrokerSet brokers, ITestOutputHelper output)
{
    /// <summary>What may be sent twice when a link breaks: everything in flight and everything acknowledged but not noted yet, readings and pictures.</summary>
    private const int MostRepeats = 400;

    /// <summary>Lines of a ledger's complaint that a person still reads.</summary>
    private const int MostNotes = 10;

    private static readonly TimeSpan s_delivery = TimeSpan.FromSeconds(90);

    private static readonly bool s_long = RunSize.Long;

    /// <summary>So much is told live after all is as it was.</summary>
    private static readonly int s_further = s_long ? 1000 : 80;

    [Fact]
    public async Task Outage_LinkCutWhileCamerasSend_AllIsDeliveredAfterItReturns()
    {
        int away = s_long ? 120 : 10;
        await brokers.CompleteAsync();
        await using var link = new CuttableProxy(brokers.Addresses[0].Port);
        await using var trial = new BrokerTrial(brokers, [brokers.Addresses[0] with { Port = link.Port }]);
        var cameras = await trial.StartAsync(brokers.Addresses[0]);
        link.Cut();
        int before = trial.Told;
        await Task.Delay(TimeSpan.FromSeconds(away));
        int during = trial.Told - before;
        link.Mend();
        await trial.MoreAsync(s_further);
        await CheckAsync(trial, cameras);
        Assert.True(during > 20 * away, $"only {during} readings were accepted in {away} s without a broker");
    }

    [Fact]
    public async Task Restart_BrokerKilledWhileThePlatformIsAway_AllIsDeliveredAfterBothReturn()
    {
        await brokers.CompleteAsync();
        await using var trial = new BrokerTrial(brokers, [brokers.Addresses[0]]);
        var cameras = await trial.StartAsync(brokers.Addresses[0]);
        for (int round = 0; round < (s_long ? 5 : 1); round++)
        {
            // These the broker acknowledges and keeps for an absent platform; whether they outlive it is the broker's affair, that they arrive is ours.
            await trial.StopPlatformAsync();
            await trial.MoreAsync(60);
            await brokers.KillAsync(0);
            await trial.MoreAsync(20);
            await brokers.StartAgainAsync(0);
            await trial.StartPlatformAsync(brokers.Addresses[0]);
        }

        await trial.MoreAsync(s_further);
        await CheckAsync(trial, cameras);
    }

    [Fact]
    public async Task Failover_NodeInUseKilled_AllArrivesThroughTheOther()
    {
        await brokers.CompleteAsync();
        await using var trial = new BrokerTrial(brokers, brokers.Addresses);
        var cameras = await trial.StartAsync(brokers.Platform);
        await brokers.KillAsync(0);
        await trial.MoreAsync(80 + s_further);
        var verdict = await CheckAsync(trial, cameras);
        int repeats = int.Parse(Regex.Match(verdict, "duplicates ([0-9]+)").Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        Assert.True(repeats <= MostRepeats, $"{repeats} repeats, at most {MostRepeats}: {verdict}");
        Assert.Contains(
            brokers.Addresses.Skip(1),
            address => trial.Gateway!.Output.Contains($"127.0.0.1:{address.Port}: connected", StringComparison.Ordinal));
    }

    /// <returns>The ledger's line.</returns>
    private async Task<string> CheckAsync(BrokerTrial trial, ChildProcess cameras, params IEnumerable<string> more)
    {
        await cameras.StopAsync(TimeSpan.FromSeconds(90));
        var verdict = await trial.VerifyAsync(s_delivery, more);
        output.WriteLine($"{trial.Told} told; {verdict.Line}");
        Assert.True(verdict.Code == 0, $"{string.Join('\n', verdict.All.Split('\n').Take(MostNotes))}\n{trial.Output}");
        return verdict.Line;
    }
}
