using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Drivers.Cabinet.Linux;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport.Sensors;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Cabinet.Linux;

/// <summary>One cabinet, one driver, a clock of the test; it looks once a second and measures every ten.</summary>
internal sealed class WatchedCabinet : IAsyncDisposable
{
    public static readonly SensorAddress Inside = new("lm75", "inside", SensorKind.Temperature);
    public static readonly SensorAddress FanOne = new("lm75", "fan1", SensorKind.Fan);
    public const string Door = "/contacts/door";
    public const string Lid = "/contacts/lid";

    /// <summary>Noon at +08:00.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Midnight = new(2026, 11, 21, 16, 0, 0, TimeSpan.Zero);

    private readonly CancellationTokenSource _stop = new();
    private readonly CabinetDriver _driver;
    private Task _running = Task.CompletedTask;

    public WatchedCabinet(DateTimeOffset? start = null, FakeMemory? memory = null, Func<CabinetOptions, CabinetOptions>? change = null, WatchedCabinet? before = null)
    {
        Time = before?.Time ?? new FakeTimeProvider(start ?? Noon);
        Host = before?.Host ?? new FakeHost(null!, Time) { Memory = memory ?? new FakeMemory() };
        Sensors.Values[Inside] = new SensorReading(31.5);
        Sensors.Values[FanOne] = new SensorReading(1450);
        Sensors.Powers["AC"] = new SupplyReading { Type = "Mains", Online = true };
        Sensors.Powers["BAT0"] = new SupplyReading { Type = "Battery", Status = "Full", ChargePercent = 100, Health = "Good", TimeToEmptyS = 3600 };
        (Sensors.Levels[Door], Sensors.Levels[Lid]) = (new ContactReading(false), new ContactReading(false));
        var options = new CabinetOptions
        {
            Temperatures = [new TemperatureSensor("inside", Inside, 55, 3)],
            Fans = [new FanSensor("fan", FanOne, 600)],
            Contacts = [new CabinetSwitch("door", false, new ContactLine { File = Door }), new CabinetSwitch("lid", true, new ContactLine { File = Lid })],
            Supplies = [new BatterySupply("battery", "BAT0", 20)],
            Mains = new MainsSource(Supply: "AC"),
            Poll = TimeSpan.FromSeconds(1),
            Settle = TimeSpan.FromSeconds(2),
        };
        _driver = new CabinetDriver(Host.Context with { Transports = Host.Context.Transports with { Cabinet = _ => Sensors } }, change?.Invoke(options) ?? options);
    }

    public FakeTimeProvider Time { get; }

    public FakeHost Host { get; }

    public FakeCabinetSensors Sensors { get; } = new();

    public FakeSink Sink { get; init; } = new();

    public Task Running => _running;

    public IReadOnlyList<CabinetStateBody> States => [.. Sink.Entered.Select(reading => reading.Body).OfType<CabinetStateBody>()];

    public IReadOnlyList<CabinetAlarmBody> Alarms => [.. Sink.Entered.Select(reading => reading.Body).OfType<CabinetAlarmBody>()];

    /// <summary>For example <c>alarm door-open door begins critical night</c>.</summary>
    public IReadOnlyList<string> Told => [.. Sink.Entered.Where(reading => reading.Body is CabinetAlarmBody).Select(Words)];

    public async Task StartAsync()
    {
        await _driver.ConnectAsync(_stop.Token);
        int before = Sensors.Looks;
        _running = _driver.RunAsync(Sink, _stop.Token);
        await SettledAsync(before);
    }

    /// <summary>Lets time pass, second by second; every look is over before the next.</summary>
    public async Task PassAsync(int seconds)
    {
        for (int i = 0; i < seconds && !_running.IsCompleted; i++)
        {
            int before = Sensors.Looks;
            Time.Advance(TimeSpan.FromSeconds(1));
            await SettledAsync(before);
        }
    }

    public async Task SetAsync(string contact, bool open, int seconds = 4)
    {
        Sensors.Levels[contact] = new ContactReading(open);
        await PassAsync(seconds);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _driver.DisposeAsync();
    }

    private Task SettledAsync(int before) => Eventually.TrueAsync(() => (Sensors.Looks > before && Time.Timers > 0) || _running.IsCompleted, "the next look and the wait behind it");

    private static string Words(Reading reading)
    {
        var body = (CabinetAlarmBody)reading.Body;
        return $"{reading.Lane.ToString().ToLowerInvariant()} {body.Alarm} {body.Name} {(body.Active ? "begins" : "ends")} {body.Severity} {(body.AtNight == true ? "night" : "day")}";
    }
}
