using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PdtRadio.HyteraSnmp;
using EdgeGateway.Sim.Snmp;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraSnmp;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;

/// <summary>A repeater that lets a round begin when the test sends a reading; it speaks with the simulator's BER, which is not the product's.</summary>
internal sealed class SnmpRig : IDriverRig
{
    private static readonly uint[] s_first = RepeaterObjects.Name("1.2.2");
    private static readonly uint[] s_last = RepeaterObjects.Name("4.12");

    private readonly AgentPorts _network = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _readings = new(0);
    private readonly RepeaterAgent _agent;
    private int _rounds;

    public SnmpRig()
    {
        _agent = new RepeaterAgent(new RepeaterObjects("cam-1", new RepeaterProfile()), new RepeaterProfile());
        _network.Asked = bytes => _ = AnswerAsync(bytes);
    }

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => Volatile.Read(ref _rounds);

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, _network);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => Create(host, new AgentPorts(), timeout: TimeSpan.FromMilliseconds(20));

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        // Version 1 leaves a wrong community unanswered; agents of a later one that answer it say 16.
        var strict = new AgentPorts();
        strict.Asked = bytes => strict.Say(WithStatus(bytes, 16));
        return Create(host, strict, new Secret("guess"));
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host) => Create(host, new AgentPorts());

    public Task SendReadingAsync(string plate)
    {
        _readings.Release();
        return Task.CompletedTask;
    }

    /// <summary>A datagram comes whole or not at all.</summary>
    public Task SendReadingSlowlyAsync(string plate) => SendReadingAsync(plate);

    public Task SendGarbageAsync()
    {
        _network.Say([0x30, 0x84, 0xFF, 0xFF]);
        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        _network.Break();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _stop.CancelAsync();

    private static HyteraSnmpDriver Create(FakeHost host, AgentPorts network, Secret? community = null, TimeSpan? timeout = null) => new(
        host.Context with { Transports = host.Context.Transports with { Datagrams = network } },
        new HyteraSnmpOptions
        {
            Host = AgentPorts.Agent.Address.ToString(),
            Community = community,
            Every = TimeSpan.FromMilliseconds(1),
            Timeout = timeout ?? TimeSpan.FromHours(1),
        });

    private async Task AnswerAsync(byte[] bytes)
    {
        var question = AgentQuestion.Read(bytes)!;
        if (question.Kind == AgentQuestion.Get && Names(question, s_first))
        {
            await _readings.WaitAsync(_stop.Token);
        }

        // Counted before the driver can have it.
        Interlocked.Add(ref _rounds, Names(question, s_last) ? 1 : 0);
        foreach (byte[] datagram in _agent.Answer(question))
        {
            _network.Say(datagram);
        }
    }

    private static bool Names(AgentQuestion question, uint[] wanted) => question.Names.Any(name => AgentOid.Compare(name, wanted) == 0);

    private static byte[] WithStatus(byte[] question, int status)
    {
        var asked = AgentQuestion.Read(question)!;
        return AgentBer.Wrap(
            0x30,
            AgentBer.Whole(0),
            AgentBer.Wrap(0x04, [.. "guess"u8]),
            AgentBer.Wrap(0xA2, AgentBer.Whole(asked.Id), AgentBer.Whole(status), AgentBer.Whole(0), AgentBer.Wrap(0x30, asked.Bindings)));
    }
}
