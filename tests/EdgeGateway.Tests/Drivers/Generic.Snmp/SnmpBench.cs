using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Snmp;
using EdgeGateway.Sim.Twins.Generic.Snmp;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

/// <summary>One simulated device, one driver, a clock of the test; rounds go one by one.</summary>
internal sealed class SnmpBench : IAsyncDisposable
{
    private const int V2c = 1;

    private readonly CancellationTokenSource _stop = new();
    private readonly RoundClock _rounds;
    private readonly GenericSnmpDriver _driver;
    private readonly GenericSnmpOptions _options;
    private readonly long _begun;
    private Task _running = Task.CompletedTask;

    public SnmpBench(GenericSnmpOptions options, SnmpTwinProfile? twin = null, FakeMemory? memory = null, FakeTimeProvider? time = null)
    {
        twin ??= new SnmpTwinProfile { IsSwitch = options.Profile == SnmpProfileName.Switch };
        (_options, Time) = (options, time ?? new FakeTimeProvider());
        _begun = Time.GetTimestamp();
        _rounds = new RoundClock(Time);
        Device = twin.IsSwitch ? new SimSwitch(Tree, "dev-1", twin) : new SimPrinter(Tree, "dev-1");
        Agent = new SnmpAgent(Tree, twin.Faults, twin.Community);
        Network.Asked = Answer;
        Host = new FakeHost(null!, _rounds) { Memory = memory ?? new FakeMemory() };
        _driver = new GenericSnmpDriver(Host.Context with { Transports = Host.Context.Transports with { Datagrams = Network } }, options);
    }

    public static GenericSnmpOptions Printer { get; } = new() { Host = "192.0.2.40", Profile = SnmpProfileName.Printer };

    public FakeTimeProvider Time { get; }

    public AgentPorts Network { get; } = new();

    public AgentTree Tree { get; } = new();

    public IAgentDevice Device { get; }

    public SnmpAgent Agent { get; }

    public FakeHost Host { get; }

    public FakeSink Sink { get; init; } = new();

    public int Questions { get; private set; }

    /// <summary>Not a word.</summary>
    public bool Mute { get; set; }

    public IEnumerable<T> Told<T>()
        where T : ReadingBody => Sink.Entered.Select(reading => reading.Body).OfType<T>();

    /// <summary>Everything that left the driver or stays with it.</summary>
    public string Everything() => string.Join('\n', Sink.Entered.Select(reading => JsonSerializer.Serialize(reading.Body, reading.Body.GetType())))
        + string.Join('\n', Host.Faults) + string.Join('\n', new[] { "alarms", "alarms-1", "alarms-2", "alarms-3", "supplies", "supplies-1", "supplies-2", "supplies-3", "ports", "link", "prints", "told" }.Select(Host.Memory.Recall));

    public Task ConnectAsync() => _driver.ConnectAsync(_stop.Token);

    /// <summary>The first round, and the wait behind it.</summary>
    public async Task StartAsync()
    {
        await ConnectAsync();
        int before = _rounds.Waits;
        _running = _driver.RunAsync(Sink, _stop.Token);
        await WaitAsync(before);
    }

    /// <summary>One more round, a period later.</summary>
    public async Task RoundAsync(int count = 1)
    {
        for (; count > 0; count--)
        {
            int before = _rounds.Waits;
            Time.Advance(_options.Every);
            await WaitAsync(before);
        }
    }

    /// <summary>Rounds until the conversation ends.</summary>
    public async Task<Exception> EndAsync()
    {
        while (!_running.IsCompleted)
        {
            await RoundAsync();
        }

        return await Assert.ThrowsAnyAsync<Exception>(() => _running);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _driver.DisposeAsync();
    }

    private Task WaitAsync(int before) => Eventually.TrueAsync(
        () =>
        {
            // Only a time-out brings a round with a silent device to its end. While the driver does not wait, no time goes by.
            if (Mute && _rounds.Waits == before && _rounds.AwaitsAnswer)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
            }

            return _rounds.Waits > before || _running.IsCompleted;
        },
        "a round and the wait behind it");

    private void Answer(byte[] bytes)
    {
        Questions++;
        Device.Tick(Time.GetElapsedTime(_begun));
        foreach (byte[] datagram in Mute ? [] : Agent.Answer(AgentQuestion.Read(bytes, V2c)!))
        {
            Network.Say(datagram);
        }
    }
}
