using System.Collections.Concurrent;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Sim.Storm;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Storm;

public sealed class StormRunTests : IAsyncLifetime
{
    private readonly PlatformEndpoint _broker = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly CancellationTokenSource _stop = new();

    public Task InitializeAsync() => _broker.StartAsync();

    public Task DisposeAsync() => _broker.DisposeAsync().AsTask();

    [Fact]
    public async Task Run_BrokerStopsAndStarts_AllComeBackOneByOne()
    {
        Task<StormReport> running = StormRun.RunAsync(Options(), _said.Enqueue, _stop.Token);
        await Eventually.TrueAsync(() => _said.Count == 1, "all connected");
        Assert.Contains("gw-storm-0020", _broker.Clients);
        await _broker.StopAsync();
        await _broker.StartAsync(_broker.Port);
        await Eventually.TrueAsync(() => _said.Count == 2, "all back");
        await _stop.CancelAsync();
        StormReport report = await running;
        Assert.Equal((20, 20, 0, 20), (report.Sessions, report.Connected, report.GaveUp, report.Reconnects.Count));
        Assert.NotNull(report.AllBackMs);
        await Eventually.TrueAsync(() => _broker.Clients.Count == 0, "all gone");
    }

    [Fact]
    public async Task Run_RefusedForGood_GivesUp()
    {
        _broker.Faults.Refusal = new ConnectRefusal(RefusalForm.ConnAck, 0x87);
        Task<StormReport> running = StormRun.RunAsync(Options() with { Sessions = 1 }, _said.Enqueue, _stop.Token);
        await Eventually.TrueAsync(() => _said.Contains("0 of 1 sessions are connected"), "given up");
        await _stop.CancelAsync();
        StormReport report = await running;
        Assert.Equal((0, 1, 0L), (report.Connected, report.GaveUp, report.Failures));
    }

    [Fact]
    public async Task Run_LinkCut_BrokerPublishesTheWill()
    {
        string? will = null;
        var observer = new SimMqttClient(Options().Broker with { ClientId = "observer" }, message =>
        {
            will = message.Topic;
            return ValueTask.CompletedTask;
        });
        await using (observer)
        {
            await observer.ConnectAsync(default);
            await observer.SubscribeAsync(["edge-storm/v1/+/+/+/state"], 1, default);
            Task<StormReport> running = StormRun.RunAsync(Options() with { Sessions = 1 }, _said.Enqueue, _stop.Token);
            await Eventually.TrueAsync(() => _said.Count == 1, "connected");
            _broker.Faults.Cut("gw-storm-0001");
            await Eventually.TrueAsync(() => will is not null, "the will");
            Assert.EndsWith("/storm/gw-storm-0001/state", will, StringComparison.Ordinal);
            await _stop.CancelAsync();
            await running;
        }
    }

    private StormOptions Options() => new()
    {
        Broker = new SimMqttOptions { Host = "127.0.0.1", Port = _broker.Port, ClientId = "" },
        Sessions = 20,
        Least = TimeSpan.FromMilliseconds(20),
        Most = TimeSpan.FromMilliseconds(400),
    };
}
