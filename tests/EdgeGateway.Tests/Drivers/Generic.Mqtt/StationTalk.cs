using EdgeGateway.Drivers.Generic.Mqtt;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Generic;
using EdgeGateway.Tests.Drivers.Transport.Brokers;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic.Mqtt;

/// <summary>A driver at work on a broker in memory.</summary>
internal sealed class StationTalk : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly GenericMqttDriver _driver;

    private StationTalk(GenericMqttDriver driver, FakeHost host, FakeSink sink) => (_driver, Host, Sink) = (driver, host, sink);

    public FakeHost Host { get; }

    public FakeSink Sink { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>What was counted, in order.</summary>
    public IEnumerable<string> Faults => Host.Faults.Select(fault => fault.Reason);

    public static GenericMqttOptions Options(string map) => new()
    {
        Broker = new SiteBrokerOptions { Host = "broker", ClientId = "gw" },
        Topics = ["#"],
        Map = MapSite.Map(map),
    };

    public static async Task<StationTalk> StartAsync(FakeSiteBrokers brokers, GenericMqttOptions options, FakeSink? sink = null, FakeMemory? memory = null)
    {
        var host = new FakeHost(null!, new FakeTimeProvider()) { Memory = memory ?? new FakeMemory(), Brokers = brokers };
        var talk = new StationTalk(new GenericMqttDriver(host.Context, options), host, sink ?? new FakeSink());
        await talk._driver.ConnectAsync(talk._stop.Token);
        talk.Running = talk._driver.RunAsync(talk.Sink, talk._stop.Token);
        return talk;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _driver.DisposeAsync();
        _stop.Dispose();
    }
}
