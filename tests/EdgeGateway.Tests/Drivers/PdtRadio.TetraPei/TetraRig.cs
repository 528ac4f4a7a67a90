using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PdtRadio.TetraPei;

/// <summary>A terminal whose others send what the test says.</summary>
internal sealed class TetraRig : IDriverRig
{
    private readonly TetraLine _line = new();
    private int _sent;

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => Volatile.Read(ref _sent);

    public IDeviceDriver CreateDriver(FakeHost host) => _line.Driver(host);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => _line.Driver(host, port: "/dev/serial/by-id/nothing");

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        _line.Bend = _ => "\r\n+CME ERROR: 11\r\n";
        return _line.Driver(host);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host)
    {
        _line.Bend = _ => null;
        return _line.Driver(host);
    }

    public Task SendReadingAsync(string plate)
    {
        Interlocked.Increment(ref _sent);
        _line.Say(TetraLine.Text(plate));
        return Task.CompletedTask;
    }

    public Task SendReadingSlowlyAsync(string plate)
    {
        Interlocked.Increment(ref _sent);
        foreach (byte one in Encoding.ASCII.GetBytes($"\r\n{TetraLine.Text(plate)}\r\n"))
        {
            _line.Bytes([one]);
        }

        return Task.CompletedTask;
    }

    public Task SendGarbageAsync()
    {
        _line.Bytes([0x01, 0x02, 0xFE, 0x0D, 0x0A]);
        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        _line.Unplug();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();
}
