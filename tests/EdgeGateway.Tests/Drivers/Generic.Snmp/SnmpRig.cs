using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Protocol.Snmp;
using EdgeGateway.Sim.Snmp;
using EdgeGateway.Sim.Twins.Generic.Snmp;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

/// <summary>An agent with one object that lets a round begin when the test sends a reading; it speaks with the simulator's BER, which is not the product's.</summary>
internal sealed class SnmpRig : IDriverRig
{
    private const string Name = "1.3.6.1.2.1.33.1.2.4.0";
    private const int V2c = 1;

    private readonly AgentPorts _network = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _readings = new(0);
    private readonly SnmpAgent _agent;
    private int _rounds;

    public SnmpRig()
    {
        var tree = new AgentTree();
        tree.Whole(Name, 97);
        _agent = new SnmpAgent(tree, new SnmpFaultPlan(), "public");
        _network.Asked = bytes => _ = AnswerAsync(bytes);
    }

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => Volatile.Read(ref _rounds);

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, _network);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => Create(host, new AgentPorts(), timeout: TimeSpan.FromMilliseconds(20));

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        // Most agents leave a wrong community unanswered; those that answer it say 16.
        var strict = new AgentPorts();
        strict.Asked = bytes => strict.Say(Refusal(AgentQuestion.Read(bytes, V2c)!));
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

    private static GenericSnmpDriver Create(FakeHost host, AgentPorts network, Secret? community = null, TimeSpan? timeout = null) => new(
        host.Context with { Transports = host.Context.Transports with { Datagrams = network } },
        new GenericSnmpOptions
        {
            Host = AgentPorts.Agent.Address.ToString(),
            Profile = SnmpProfileName.Custom,
            Community = community,
            Every = TimeSpan.FromMilliseconds(1),
            Timeout = timeout ?? TimeSpan.FromHours(1),
            Grace = TimeSpan.Zero,
            Objects = [new CustomObject("charge", ObjectId.Of(Name)) { Unit = "%" }],
        });

    private async Task AnswerAsync(byte[] bytes)
    {
        var question = AgentQuestion.Read(bytes, V2c)!;
        if (question.Kind == AgentQuestion.Get)
        {
            await _readings.WaitAsync(_stop.Token);

            // Counted before the driver can have it.
            Interlocked.Increment(ref _rounds);
        }

        foreach (byte[] datagram in _agent.Answer(question))
        {
            _network.Say(datagram);
        }
    }

    private static byte[] Refusal(AgentQuestion asked) => AgentBer.Wrap(
        0x30,
        AgentBer.Whole(asked.Version),
        AgentBer.Wrap(0x04, [.. "guess"u8]),
        AgentBer.Wrap(0xA2, AgentBer.Whole(asked.Id), AgentBer.Whole(16), AgentBer.Whole(0), AgentBer.Wrap(0x30, asked.Bindings)));
}
