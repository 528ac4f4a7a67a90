using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Generic.Mqtt;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Generic;
using EdgeGateway.Tests.Drivers.Transport.Brokers;

namespace EdgeGateway.Tests.Drivers.Generic.Mqtt;

/// <summary>A station that publishes with QoS 0: what the gateway does not store is gone.</summary>
internal sealed class StationRig : IDriverRig
{
    private readonly FakeSiteBrokers _brokers = new() { ComesAgain = false };
    private int _sent;

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => _sent;

    public IDeviceDriver CreateDriver(FakeHost host)
    {
        host.Brokers = _brokers;
        return new GenericMqttDriver(host.Context, new GenericMqttOptions
        {
            Broker = new SiteBrokerOptions { Host = "broker", ClientId = "gw" },
            Topics = ["station/#"],
            Map = MapSite.Rule(""" "kind": "sensor.reading", "type": "station", "values": [ { "name": "plate", "path": "plate", "as": "text", "free": true } ] """),
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
        Interlocked.Increment(ref _sent);
        await _brokers.SendAsync("station/1", $$"""{ "plate": "{{plate}}" }""").ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A message of a broker is whole or not there.</summary>
    public Task SendReadingSlowlyAsync(string plate) => SendReadingAsync(plate);

    public Task SendGarbageAsync() => _brokers.SendAsync("station/1", "{ \"plate\":");

    public Task DropAsync()
    {
        _brokers.Broker!.End("cut");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
