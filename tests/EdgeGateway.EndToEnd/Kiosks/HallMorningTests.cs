using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Kiosks;

/// <summary>A hall of kiosks against the whole gateway: every customer is told of once, nobody is named anywhere, and no kiosk hears a word that it must not hear.</summary>
[Collection(Alone.Name)]
public sealed class HallMorningTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private static readonly string[] s_four = ["Common.Capabilities", "Common.Status", "ServicePublisher.GetServices", "Storage.GetStorage"];

    [Fact]
    public async Task HallMorning_KilledAndCutOffAndOrderedAbout_TellsEveryCustomerOnceAndNobodysName()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var link = new CuttableProxy(broker.Port);
        await using var hall = new HallSite(broker, link.Port);
        var orders = await HostileOrders.PrepareAsync(broker, hall.Site);
        hall.StartWitness();
        var watch = hall.Site.StartWatch(broker.Port);
        var log = new List<ChildProcess> { await StartAsync(hall, orders) };
        await using var kiosks = hall.StartKiosks();

        await ToldAsync(hall, kiosks, 0.2);
        await orders.SendAsync(["kiosk-01", "kiosk-02", "kiosk-01-app"]);
        await ToldAsync(hall, kiosks, 0.4);
        link.Cut();
        await ToldAsync(hall, kiosks, 0.55);
        await log[0].KillAsync();
        log.Add(await StartAsync(hall, orders, connected: false));
        await ToldAsync(hall, kiosks, 0.7);
        link.Mend();
        Assert.True(await kiosks.ExitAsync(RunSize.Long ? TimeSpan.FromMinutes(20) : s_limit) == 0, kiosks.Output);

        var verdict = await hall.Site.VerifyUntilDeliveredAsync(s_limit, "--no-seed", hall.Seeds);
        output.WriteLine(verdict.All);
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{string.Join('\n', log.Select(one => one.Output))}\n{watch.Output}");
        Assert.Contains(" lost 0 altered 0 ", verdict.Line, StringComparison.Ordinal);
        Assert.Contains($"transactions {hall.Customers} ", verdict.All, StringComparison.Ordinal);
        Assert.Matches($"measured {hall.Measurements} shown [1-9]", verdict.All);
        Assert.Contains(" breaches 0", verdict.All, StringComparison.Ordinal);
        Assert.Equal(s_four, hall.Commands());
        Assert.Equal([], orders.ObeyedIn(hall.Site.Received));

        await log[^1].StopAsync(s_limit);
        await hall.EndWitnessAsync();
        NobodyIsNamed(hall, log);
    }

    private void NobodyIsNamed(HallSite hall, IReadOnlyList<ChildProcess> log)
    {
        var search = new LeakSearch(File.ReadLines(hall.Seeds));
        Assert.True(search.Words > 100, "nobody was there");
        Assert.NotEmpty(search.InFile(hall.Seeds));
        string[] heard = File.ReadAllLines(hall.Overheard);
        Assert.Contains(heard, line => line.Contains("kiosk.transaction ", StringComparison.Ordinal));
        Assert.Equal([], heard.SelectMany(line => search.InHeard(line).Select(word => $"{word} in {line[..Math.Min(line.Length, 2000)]}")).Take(10));
        string[] kept = [.. hall.KeptFiles()];
        var sessions = new LeakSearch(hall.Sessions());
        Assert.Contains(kept, file => sessions.InFile(file).Count > 0);
        Assert.Equal([], kept.SelectMany(file => search.InFile(file).Select(word => $"{word} in {file}")).Take(10));
        Assert.Equal([], log.SelectMany(one => one.Lines).Where(line => search.In(System.Text.Encoding.UTF8.GetBytes(line)).Count > 0).Take(10));
        output.WriteLine($"{search.Words} forms of personal data in none of {heard.Length} messages, {kept.Length} files of {kept.Sum(file => new FileInfo(file).Length):N0} bytes, {log.Sum(one => one.Lines.Count)} lines of log");
    }

    private static async Task<ChildProcess> StartAsync(HallSite hall, HostileOrders orders, bool connected = true)
    {
        var gateway = hall.Site.StartGateway(orders.Key);
        await Wait.UntilAsync(() => gateway.HasExited || (connected ? gateway.Output.Contains(": connected", StringComparison.Ordinal) : hall.Site.InboxAnswers()), s_limit, () => gateway.Output);
        Assert.False(gateway.HasExited, gateway.Output);
        return gateway;
    }

    /// <summary>Waits until so much of the morning is over.</summary>
    private static Task<TimeSpan> ToldAsync(HallSite hall, ChildProcess kiosks, double part) =>
        Wait.UntilAsync(() => kiosks.HasExited || hall.Told("kiosk.transaction") >= hall.Customers * part, RunSize.Long ? TimeSpan.FromMinutes(15) : s_limit, () => kiosks.Output);
}
