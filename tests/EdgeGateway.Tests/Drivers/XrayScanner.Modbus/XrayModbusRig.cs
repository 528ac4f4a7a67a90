using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.XrayScanner.Modbus;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

/// <summary>A controller that only counts parcels; the next one comes when the one before was read. On the wire itself the twin is tested.</summary>
internal sealed class XrayModbusRig : IDriverRig
{
    private readonly FakeController _controller = FakeController.Running();
    private readonly ConcurrentQueue<string> _coming = new();
    private int _sent;
    private int _sequence;

    public XrayModbusRig() => _controller.BeforeWords = controller =>
    {
        if (_coming.TryDequeue(out string? barcode))
        {
            controller.Parcel(++_sequence, 1, barcode);
        }
    };

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => _sent;

    public IDeviceDriver CreateDriver(FakeHost host)
    {
        // Looked at before there was a parcel, as after any night.
        host.Memory.RememberAsync("parcels", "belt=0:0:0:0", default);
        host.Modbus = _controller;
        return new XrayModbusDriver(host.Context, new XrayModbusOptions
        {
            Bus = new ModbusBusSettings(new DeviceAddress("192.0.2.60", 502), null, TimeSpan.FromSeconds(1)),
            Units =
            [
                new BeltUnitOptions("belt", 1, [.. BeltMap.Default(new BeltPace(Fast, Fast, Fast)).Where(point => point is { Area: ModbusArea.Input, Address: >= 16 })], null),
            ],
            HeartbeatStuck = TimeSpan.FromMinutes(10),
            Report = TimeSpan.FromHours(1),
        });
    }

    public IDeviceDriver CreateDriverToNobody(FakeHost host)
    {
        _controller.OpenFault = new DeviceFaultException(FaultKind.Unreachable, "nobody there");
        return CreateDriver(host);
    }

    /// <summary>A bus has no password; whom it refuses is an account without the right to the line.</summary>
    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        _controller.OpenFault = new DeviceFaultException(FaultKind.Refused, "not allowed");
        return CreateDriver(host);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host)
    {
        _controller.ReadFault = () => new TimeoutException("no answer");
        return CreateDriver(host);
    }

    public Task SendReadingAsync(string plate)
    {
        _coming.Enqueue(plate);
        Interlocked.Increment(ref _sent);
        return Task.CompletedTask;
    }

    public Task SendReadingSlowlyAsync(string plate) => SendReadingAsync(plate);

    public Task SendGarbageAsync()
    {
        _controller.Settings!.Fault!(FaultKind.Garbled, "checksum");
        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        _controller.ReadFault = () => new IOException("the link is gone");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static TimeSpan Fast => TimeSpan.FromMilliseconds(1);
}
