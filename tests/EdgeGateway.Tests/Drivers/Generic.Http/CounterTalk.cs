using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.Generic.Http;

/// <summary>A driver at work on an inbox of its own, and a device that posts to it.</summary>
internal sealed class CounterTalk : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly InboxRig _inbox;
    private readonly IDeviceDriver _driver;
    private readonly Task _running;

    private CounterTalk(InboxRig inbox, FakeHost host, CounterRig rig, FakeSink sink, IDeviceDriver driver)
    {
        (_inbox, Host, Rig, Sink, _driver) = (inbox, host, rig, sink, driver);
        _running = driver.RunAsync(sink, _stop.Token);
    }

    public FakeHost Host { get; }

    public CounterRig Rig { get; }

    public FakeSink Sink { get; }

    /// <summary>What was counted, in order.</summary>
    public IEnumerable<string> Faults => Host.Faults.Select(fault => fault.Reason);

    public static async Task<CounterTalk> StartAsync(SensorMap? map = null, FakeSink? sink = null, FakeMemory? memory = null, bool refusesUnmatched = false)
    {
        var inbox = await InboxRig.StartAsync();
        var host = new FakeHost(inbox.Inbox, new Support.FakeTimeProvider()) { Memory = memory ?? new FakeMemory() };
        var rig = new CounterRig(inbox.Inbox.Port, map) { RefusesUnmatched = refusesUnmatched };
        return new CounterTalk(inbox, host, rig, sink ?? new FakeSink(), rig.CreateDriver(host));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _driver.DisposeAsync();
        await _inbox.DisposeAsync();
        _stop.Dispose();
    }
}
