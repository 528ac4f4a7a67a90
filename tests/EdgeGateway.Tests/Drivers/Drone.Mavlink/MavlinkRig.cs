using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>A receiver of remote identity on an open port; a plate becomes an aircraft that it overhears. Vehicles come to us: there is nobody to dial.</summary>
internal sealed class MavlinkRig : IDriverRig
{
    private readonly AirPorts _ports = new();
    private readonly MavWire _receiver = new(7, 236);
    private int _sent;

    public bool DeviceConnects => true;

    public bool HasAcknowledgement => false;

    public int Acknowledged => Volatile.Read(ref _sent);

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, Flight.Quiet);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => Create(host, Flight.Quiet);

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        _sent = -1;
        return Create(host, Flight.Quiet with { Signing = new MavlinkSigningOptions(new MavKey(new byte[MavKey.Length]), 0, MavUnsignedPolicy.Reject) });
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host) => Create(host, Flight.Quiet);

    public Task SendReadingAsync(string plate)
    {
        byte[] mac = BitConverter.GetBytes(1 + long.Parse(plate[1..], CultureInfo.InvariantCulture));
        lock (_receiver)
        {
            _ports.Say(_receiver.BasicId(plate, mac));
        }

        Interlocked.Increment(ref _sent);
        return Task.CompletedTask;
    }

    /// <summary>A datagram comes whole or not at all.</summary>
    public Task SendReadingSlowlyAsync(string plate) => SendReadingAsync(plate);

    public Task SendGarbageAsync()
    {
        byte[] broken = _receiver.BasicId("B00001", [9]);
        broken[^1] ^= 1;
        _ports.Say(broken);
        return Task.CompletedTask;
    }

    public Task DropAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private MavlinkDriver Create(FakeHost host, MavlinkOptions options) => new(
        host.Context with { Transports = host.Context.Transports with { Datagrams = _ports } },
        options with { Fleet = new MavlinkFleet { MostAircraft = 512 } });
}
