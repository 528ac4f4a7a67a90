using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.Nmea;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Nmea;

/// <summary>A receiver on a line in memory.</summary>
internal sealed class NmeaRig : IDriverRig
{
    private const string Port = "/dev/serial/by-id/receiver";

    private readonly FakeSerialLines _lines = new();
    private readonly DateTimeOffset _begin = DateTimeOffset.UtcNow;
    private readonly FakeSerialFarEnd _far;
    private int _sent;

    public NmeaRig() => _far = _lines.Plug(Port);

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
        _far.Send(Moment(plate));
        Interlocked.Increment(ref _sent);
        return Task.CompletedTask;
    }

    public Task SendReadingSlowlyAsync(string plate)
    {
        foreach (byte one in Moment(plate))
        {
            _far.Send([one]);
        }

        Interlocked.Increment(ref _sent);
        return Task.CompletedTask;
    }

    public Task SendGarbageAsync()
    {
        _far.Send("\u0001\u0002$GPRMC,cut\r\n$GPGGA,1*00\r\n"u8);
        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        _lines.Unplug(Port);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private NmeaDriver Create(FakeHost host, string port)
    {
        host.Serial = _lines;
        return new NmeaDriver(host.Context, new NmeaOptions { Line = new SerialSettings(port), Silence = TimeSpan.FromMinutes(10) });
    }

    /// <summary>The number in the plate is the second of the fix.</summary>
    private byte[] Moment(string plate) => ReceiverWords.Moment(_begin.AddSeconds(int.Parse(plate.AsSpan(1), CultureInfo.InvariantCulture)));
}
