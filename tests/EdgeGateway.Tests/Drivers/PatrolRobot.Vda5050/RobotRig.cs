using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PatrolRobot.Vda5050;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Vda5050;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport.Brokers;

namespace EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;

/// <summary>A robot that reaches another node with every message; its states go by QoS 0 and are never acknowledged.</summary>
internal sealed class RobotRig : IDriverRig
{
    private readonly FakeSiteBrokers _brokers = new();
    private int _sent;

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => _sent;

    public IDeviceDriver CreateDriver(FakeHost host)
    {
        host.Brokers = _brokers;
        return new Vda5050Driver(host.Context, new Vda5050Options
        {
            Broker = new SiteBrokerOptions { Host = "broker", ClientId = "gw" },
            Robot = new VdaRobot("uagv", 2, "ACME", "R2-017"),
            Name = "patrol-1",
            Silence = TimeSpan.FromHours(1),
        });
    }

    public IDeviceDriver CreateDriverToNobody(FakeHost host)
    {
        _brokers.Fault = new DeviceFaultException(FaultKind.Unreachable, "nobody there");
        return CreateDriver(host);
    }

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        _brokers.Fault = new DeviceFaultException(FaultKind.Refused, "wrong password");
        return CreateDriver(host);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host) => CreateDriver(host);

    public async Task SendReadingAsync(string plate)
    {
        int id = Interlocked.Increment(ref _sent);
        await _brokers.SendAsync(RobotWords.State, RobotWords.StateOf(id, ("lastNodeId", plate))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task SendReadingSlowlyAsync(string plate) => SendReadingAsync(plate);

    public Task SendGarbageAsync() => _brokers.SendAsync(RobotWords.State, "{\"headerId\":1,");

    public Task DropAsync()
    {
        _brokers.Broker!.End("cut");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
