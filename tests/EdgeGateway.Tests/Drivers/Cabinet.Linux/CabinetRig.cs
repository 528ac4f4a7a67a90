using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Cabinet.Linux;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport.Sensors;

namespace EdgeGateway.Tests.Drivers.Cabinet.Linux;

/// <summary>A cabinet whose temperature can be read when the test sends a reading.</summary>
internal sealed class CabinetRig : IDriverRig
{
    private static readonly SensorAddress s_inside = new("lm75", "temp1", SensorKind.Temperature);
    private static readonly SensorAddress s_fan = new("lm75", "fan1", SensorKind.Fan);
    private static readonly ContactLine s_door = new() { File = "/door" };

    private readonly FakeCabinetSensors _sensors = Healthy();
    private readonly SemaphoreSlim _readings = new(0);
    private int _read;
    private volatile bool _gone;

    public CabinetRig() => _sensors.Gate = async ct =>
    {
        await _readings.WaitAsync(ct);
        if (_gone)
        {
            _readings.Release();
        }

        Interlocked.Increment(ref _read);
    };

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => false;

    public int Acknowledged => Volatile.Read(ref _read);

    public IDeviceDriver CreateDriver(FakeHost host) => Create(host, _sensors);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => Create(host, new FakeCabinetSensors());

    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        var closed = Healthy();
        closed.Levels["/door"] = new ContactReading(null, SensorTrouble.Refused);
        return Create(host, closed);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host)
    {
        var mute = Healthy();
        mute.Gate = ct => Task.Delay(Timeout.Infinite, ct);
        return Create(host, mute);
    }

    public Task SendReadingAsync(string plate)
    {
        _readings.Release();
        return Task.CompletedTask;
    }

    /// <summary>A value in sysfs is there whole or not at all.</summary>
    public async Task SendReadingSlowlyAsync(string plate)
    {
        await SendReadingAsync(plate);
        _sensors.Values[s_fan] = new SensorReading(1500);
    }

    public Task SendGarbageAsync()
    {
        _sensors.Values[s_fan] = new SensorReading(null, SensorTrouble.NotANumber);
        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        _sensors.Values.Clear();
        _sensors.Levels.Clear();
        _gone = true;
        _readings.Release();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static FakeCabinetSensors Healthy()
    {
        var sensors = new FakeCabinetSensors();
        sensors.Values[s_inside] = new SensorReading(31.5);
        sensors.Values[s_fan] = new SensorReading(1450);
        sensors.Levels["/door"] = new ContactReading(false);
        return sensors;
    }

    private static CabinetDriver Create(FakeHost host, ICabinetSensors sensors) => new(
        host.Context with { Transports = host.Context.Transports with { Cabinet = _ => sensors } },
        new CabinetOptions
        {
            Temperatures = [new TemperatureSensor("inside", s_inside, 60, 3)],
            Fans = [new FanSensor("fan", s_fan, 600)],
            Contacts = [new CabinetSwitch("door", false, s_door)],
            Poll = TimeSpan.FromMilliseconds(1),
            Measure = TimeSpan.Zero,
            Every = TimeSpan.Zero,
            Settle = TimeSpan.Zero,
            LostAfter = TimeSpan.FromMilliseconds(50),
        });
}
