using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PdtRadio.HyteraSnmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Sim.Snmp;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraSnmp;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;

/// <summary>One repeater, one driver, a clock of the test; rounds go one by one.</summary>
internal sealed class Repeater : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HyteraSnmpDriver _driver;
    private Task _running = Task.CompletedTask;

    public Repeater(RepeaterProfile? profile = null, FakeMemory? memory = null, string? community = null, params string[] leaveOut)
    {
        Objects = new RepeaterObjects("rep-1", profile ?? new RepeaterProfile());
        var agent = new RepeaterAgent(Objects, profile ?? new RepeaterProfile());
        Network.Asked = bytes => Answer(agent, bytes);
        Host = new FakeHost(null!, Time) { Memory = memory ?? new FakeMemory() };
        var options = new HyteraSnmpOptions { Host = "192.0.2.40", Community = community is null ? null : new Secret(community), LeaveOut = leaveOut };
        _driver = new HyteraSnmpDriver(Host.Context with { Transports = Host.Context.Transports with { Datagrams = Network } }, options);
    }

    public FakeTimeProvider Time { get; } = new();

    public AgentPorts Network { get; } = new();

    public RepeaterObjects Objects { get; }

    public FakeHost Host { get; }

    public FakeSink Sink { get; init; } = new();

    public int Questions { get; private set; }

    public bool Mute { get; set; }

    public IEnumerable<SiteHealthBody> Rounds => Sink.Entered.Select(reading => reading.Body).OfType<SiteHealthBody>();

    public IEnumerable<string> Told => Sink.Entered.Where(reading => reading.Lane == Lane.Alarm).Select(reading => (DeviceStatusBody)reading.Body).Select(body => $"{body.What} {body.State} {body.Severity} {body.Category} {body.Level}".TrimEnd());

    public Task ConnectAsync() => _driver.ConnectAsync(_stop.Token);

    public Task Run() => _running = _driver.RunAsync(Sink, _stop.Token);

    /// <summary>The first round, and the wait behind it.</summary>
    public async Task StartAsync()
    {
        await ConnectAsync();
        _ = Run();
        await RoundsAsync(1);
    }

    /// <summary>One more round, a period later.</summary>
    public async Task RoundAsync()
    {
        int before = Rounds.Count();
        Time.Advance(TimeSpan.FromSeconds(60));
        await RoundsAsync(before + 1);
    }

    /// <summary>Lets time-outs pass until the conversation ends.</summary>
    public async Task<DeviceFaultException> EndAsync()
    {
        await Eventually.TrueAsync(
            () =>
            {
                Time.Advance(TimeSpan.FromSeconds(1));
                return _running.IsCompleted;
            },
            "the end");
        return await Assert.ThrowsAsync<DeviceFaultException>(() => _running);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _driver.DisposeAsync();
    }

    private Task RoundsAsync(int count) => Eventually.TrueAsync(() => (Rounds.Count() == count && Time.Timers > 0) || _running.IsCompleted, $"round {count} and the wait behind it");

    private void Answer(RepeaterAgent agent, byte[] bytes)
    {
        Questions++;
        foreach (byte[] datagram in Mute ? [] : agent.Answer(AgentQuestion.Read(bytes)!))
        {
            Network.Say(datagram);
        }
    }
}
