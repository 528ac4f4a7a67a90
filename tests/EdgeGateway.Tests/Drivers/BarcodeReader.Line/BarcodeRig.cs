using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.BarcodeReader.Line;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.BarcodeReader.Line;

/// <summary>A bar code reader on a line in memory.</summary>
internal sealed class BarcodeRig : IDriverRig
{
    private const string Port = "/dev/serial/by-id/reader";

    private readonly FakeSerialLines _lines = new();
    private readonly FakeSerialFarEnd _far;
    private int _sent;

    public BarcodeRig() => _far = _lines.Plug(Port);

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => _sent;

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, Port);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => Create(host, "/dev/serial/by-id/nothing");

    /// <summary>A line has no password; whom it refuses is an account without the right to it.</summary>
    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        _lines.Fault = new DeviceFaultException(FaultKind.Refused, "not allowed");
        return Create(host, Port);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host) => Create(host, Port);

    public Task SendReadingAsync(string plate)
    {
        _far.Send(Encoding.ASCII.GetBytes(plate + "\r\n"));
        Interlocked.Increment(ref _sent);
        return Task.CompletedTask;
    }

    public Task SendReadingSlowlyAsync(string plate)
    {
        foreach (byte one in Encoding.ASCII.GetBytes(plate + "\r\n"))
        {
            _far.Send([one]);
        }

        Interlocked.Increment(ref _sent);
        return Task.CompletedTask;
    }

    public Task SendGarbageAsync()
    {
        _far.Send([0x01, 0xFF, (byte)'A', 0x7F, (byte)'\r']);
        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        _lines.Unplug(Port);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private BarcodeReaderDriver Create(FakeHost host, string port)
    {
        host.Serial = _lines;
        return new BarcodeReaderDriver(host.Context, new BarcodeReaderOptions { Line = new SerialSettings(port) });
    }
}
