using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

/// <summary>A dock that reports uploaded files until it is answered; each makes one reading.</summary>
internal sealed class DjiRig : IDriverRig
{
    private readonly FakeDockBroker _brokers = new();

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => true;

    public int Acknowledged => _brokers.On($"thing/product/{DjiConversation.Dock}/events_reply").Count();

    public IDeviceDriver CreateDriver(FakeHost host)
    {
        var context = host.Context;
        return new DjiDriver(context with { Transports = context.Transports with { Brokers = _brokers } }, DjiConversation.Usual);
    }

    public IDeviceDriver CreateDriverToNobody(FakeHost host)
    {
        _brokers.OpenFault = new DeviceFaultException(FaultKind.Unreachable, "nobody there");
        return CreateDriver(host);
    }

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        _brokers.OpenFault = new DeviceFaultException(FaultKind.Refused, "not allowed");
        return CreateDriver(host);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host)
    {
        _brokers.IsMute = true;
        return CreateDriver(host);
    }

    public Task SendReadingAsync(string plate) => _brokers.SendAsync(DjiConversation.Events, DjiConversation.Event("file_upload_callback", $$$"""{"file":{"name":"{{{plate}}}.jpg","object_key":"{{{plate}}}"}}""", plate, plate));

    /// <summary>A message of a broker is whole or not there.</summary>
    public Task SendReadingSlowlyAsync(string plate) => SendReadingAsync(plate);

    public Task SendGarbageAsync() => _brokers.SendAsync(DjiConversation.Events, "{\"tid\":");

    public Task DropAsync()
    {
        _brokers.Drop();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
